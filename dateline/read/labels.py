"""What the reader's heads can say, in the order of their outputs: shared by training and reading."""

from __future__ import annotations

from dateline.model import Certainty, SourceKind, Stance, Status

KINDS = (
    "clash", "attack", "air_strike", "shelling", "bombing", "suicide_attack", "chemical_attack", "killing", "injury",
    "abduction", "abuse", "destruction", "arrest", "detainee_transfer", "release", "escape", "surrender", "trial",
    "movement", "displacement", "deployment", "withdrawal", "territory", "siege", "regrouping", "supply", "threat",
    "agreement", "negotiation", "protest", "riot", "sanction", "aid",
)
"""The codebook's kinds; heads give index + 1, 0 means none."""

NAMES = ("Person", "Organization", "Location", "NORP", "Date", "Money", "Facility", "Product", "Misc")
"""Names of the world: types of the helper head."""

CUES = ("O", "B", "I")
SHAPES = 8
"""Ways a word is written (`dateline.read.words.shape`)."""
MARKS = ("figure", "place", "time", "bare")
"""Word by word yes or no; `bare` is content of a claim without a cue in its sentence."""

ATTRIBUTION = ("O", "source", "content", "medium")
PARTIES = ("O", "actor", "target", "other", "means")
SETTING = ("O", "place", "from", "to", "time")
STATUSES: tuple[Status, ...] = ("actual", "possible", "planned", "denied", "hypothetical")
SOURCE_KINDS: tuple[SourceKind, ...] = (
    "official", "spokesperson", "leader", "organisation", "outlet", "witness", "expert", "fighter", "document", "other",
    "unknown",
)
STANCES: tuple[Stance, ...] = (
    "assert", "confirm", "deny", "warn", "fear", "accuse", "threaten", "promise", "demand", "opinion", "report",
)
CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable", "possible", "unlikely")
UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
)

ANCHORS = ("trigger", "cue", "bare", "cue-other")
"""What the second stage is asked about; `cue-other` asks by the guidelines of the political-news corpus."""

WORD_HEADS = {"kind": len(KINDS) + 1, "cue": 3, "cue_other": 3, "marks": len(MARKS)}
"""First-stage outputs per word, side by side in this order in the exported reader."""

ROLE_HEADS = {"attribution": len(ATTRIBUTION), "parties": len(PARTIES), "setting": len(SETTING), "counted": 1}
"""Second-stage outputs per word."""

ANCHOR_HEADS = {
    "kind": len(KINDS) + 1, "status": len(STATUSES), "claim": 1, "source_kind": len(SOURCE_KINDS), "named": 1,
    "stance": len(STANCES), "certainty": len(CERTAINTIES),
}
"""Second-stage outputs per anchor."""
