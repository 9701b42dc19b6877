"""The corpora as samples: our gold and own reports, political news attribution, names, treebanks, factuality.

Layouts are documented in `docs/training.md`; nothing of the corpora is shipped.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.model import Span
from dateline.read import labels
from dateline.read.sentences import split_sentences
from dateline.read.words import Word, words_of
from dateline.score.gold import GoldClaim, GoldDoc, GoldEvent, load_gold
from dateline.train.samples import Anchor, Document, Sentence, begin_inside, clip, inside, paint


def gold(folder: Path) -> list[Document]:
    """Reports annotated to the codebook."""
    return [Document(doc.id, [_gold_sentence(doc, i) for i in range(len(doc.sentences))]) for doc in load_gold(folder)]


def _gold_sentence(doc: GoldDoc, index: int) -> Sentence:
    words = clip(words_of(doc.text, doc.sentences[index]))
    claims = [c for c in doc.claims if c.sentence == index]
    events = [e for e in doc.events if e.sentence == index]
    bare = [s for c in claims if c.cue is None for s in c.content]
    marks = {
        "figure": [f.span for f in doc.figures if f.sentence == index],
        "place": [p.span for p in doc.places if p.sentence == index],
        "time": [t.span for t in doc.times if t.sentence == index],
        "bare": bare,
    }
    layers = {f"mark:{name}": paint(words, ((s, 1) for s in spans)) for name, spans in marks.items()}
    layers["kind"] = paint(words, ((e.trigger, labels.KINDS.index(e.kind) + 1) for e in events))
    layers["cue"] = begin_inside(words, (c.cue for c in claims if c.cue))
    anchors = [_claim(words, c) for c in claims] + [_event(words, e) for e in events]
    return Sentence(words, layers, [a for a in anchors if a.at])


def _claim(words: list[Word], claim: GoldClaim) -> Anchor:
    spans = [(s, labels.ATTRIBUTION.index("content")) for s in claim.content]
    spans += [(claim.source, labels.ATTRIBUTION.index("source"))] if claim.source else []
    spans += [(claim.medium, labels.ATTRIBUTION.index("medium"))] if claim.medium else []
    at = inside(words, claim.cue) if claim.cue else [i for s in claim.content for i in inside(words, s)]
    return Anchor(
        "cue" if claim.cue else "bare",
        at,
        {"attribution": paint(words, spans)},
        {
            "claim": 1,
            "source_kind": labels.SOURCE_KINDS.index(claim.kind),
            "named": int(claim.named),
            "stance": labels.STANCES.index(claim.stance),
            "certainty": labels.CERTAINTIES.index(claim.certainty),
        },
    )


def _event(words: list[Word], event: GoldEvent) -> Anchor:
    def painted(names: tuple[str, ...]) -> list[int]:
        return paint(words, ((s, names.index(r)) for r, spans in event.roles.items() if r in names for s in spans))

    roles = {
        "parties": painted(labels.PARTIES),
        "setting": painted(labels.SETTING),
        "counted": paint(words, ((s, 1) for s in event.roles.get("figure", ()))),
    }
    kind, status = labels.KINDS.index(event.kind) + 1, labels.STATUSES.index(event.status)
    return Anchor("trigger", inside(words, event.trigger), roles, {"kind": kind, "status": status})


def political_news(path: Path) -> Iterator[Document]:
    """PolNeAR: flat attributions; a content that runs on into other sentences leaves its part there without a cue."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            yield Document(raw["id"], list(_political(raw["text"], next(iter(raw["annotators"].values())))))


def _political(text: str, attributions: list[dict[str, Any]]) -> Iterator[Sentence]:
    for span in split_sentences(text):
        words = clip(words_of(text, span))
        here = [a for a in attributions if any(_touch(span, s) for s in a["cue"])]
        cues = [Span(*s) for a in here for s in a["cue"]]
        anchors = [_attribution(words, a) for a in here]
        yield Sentence(words, {"cue_other": begin_inside(words, cues)}, [a for a in anchors if a.at])


def _touch(span: Span, other: list[int]) -> bool:
    return span.overlap(Span(*other)) > 0


def _attribution(words: list[Word], raw: dict[str, Any]) -> Anchor:
    spans = [(Span(*s), labels.ATTRIBUTION.index(part)) for part in ("source", "content") for s in raw[part]]
    at = [i for s in raw["cue"] for i in inside(words, Span(*s))]
    return Anchor("cue-other", at, {"attribution": paint(words, spans)}, {"claim": 1})


def world_names(folder: Path) -> Iterator[Document]:
    """Worldwide newswire with nine types of names: token, tag a line, blank lines between sentences."""
    for path in sorted(folder.glob("*.tsv")):
        sentences = []
        for block in path.read_text("utf-8").split("\n\n"):
            rows = [r.split("\t") for r in block.split("\n") if "\t" in r]
            if len(rows) > 2:
                sentences.append(_tagged([r[0] for r in rows], [r[1] for r in rows]))
        yield Document(path.stem, sentences)


def _tagged(tokens: list[str], tags: list[str]) -> Sentence:
    text, starts = _joined(tokens)
    words = clip(words_of(text, Span(0, len(text))))
    spans = (
        (Span(s, s + len(t)), labels.NAMES.index(g[2:]) + 1)
        for t, s, g in zip(tokens, starts, tags, strict=True)
        if g[2:] in labels.NAMES
    )
    return Sentence(words, {"names": paint(words, spans)})


def _joined(tokens: list[str]) -> tuple[str, list[int]]:
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token) + 1
    return " ".join(tokens), starts


def treebank(paths: list[Path], factuality: Path | None = None) -> Iterator[Document]:
    """CoNLL-U files: part of speech and head of every word; with `factuality`, how sure its predicates happened."""
    graded: dict[str, list[tuple[str, float]]] = defaultdict(list)
    if factuality is not None:
        for line in factuality.read_text("utf-8").splitlines():
            raw = json.loads(line)
            graded[raw["text"]].append((raw["form"], raw["value"]))
    for path in paths:
        blocks = path.read_text("utf-8").split("\n\n")
        yield Document(path.stem, [_parsed(b, graded) for b in blocks if "\n1\t" in b])


def _parsed(block: str, graded: dict[str, list[tuple[str, float]]]) -> Sentence:
    text = next(line[9:] for line in block.split("\n") if line.startswith("# text = "))
    rows = [r.split("\t") for r in block.split("\n") if r[:1].isdigit() and r.split("\t")[0].isdigit()]
    words, spans, at = clip(words_of(text, Span(0, len(text)))), [], 0
    for row in rows:
        found = text.find(row[1], at)
        spans.append(Span(found, found + len(row[1])) if found >= 0 else Span(at, at))
        at = spans[-1].end
    first = [next(iter(inside(words, s)), -1) if s.end > s.start else -1 for s in spans]
    upos, heads = [-100] * len(words), [-100] * len(words)
    factual = [-100] * len(words)
    for row, here in zip(rows, first, strict=True):
        if here < 0 or upos[here] != -100:
            continue
        upos[here] = labels.UPOS.index(row[3])
        head = first[int(row[6]) - 1] if row[6] != "0" else here
        heads[here] = head if head >= 0 else -100
        value = next((v for form, v in graded.get(text, ()) if form == row[1]), None)
        factual[here] = round(value * 1000) if value is not None else -100
    return Sentence(words, {"upos": upos, "heads": heads, "factual": factual})
