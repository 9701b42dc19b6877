"""Claims against claims: who says what, and how each is said."""

from __future__ import annotations

from dateline.model import Claim, Reading, Span
from dateline.score.gold import GoldClaim
from dateline.score.match import iou, match_spans
from dateline.score.sheet import Sheet
from dateline.score.words import same_name, share_word

AnyClaim = GoldClaim | Claim
ClaimPair = tuple[GoldClaim, Claim]


def score_claims(sheet: Sheet, reading: Reading) -> dict[str, str]:
    """Fills in the claim layers; gives the read claim's id for each gold claim whose content was found.

    A claim is right when its content is half that of the gold one (characters, intersection over union) and its source
    shares a content word with the gold source, or neither has one. "carried" forgives a read source that stands in
    another sentence than the gold claim, which has none: a quotation that runs on.
    """
    golds, reads = list(sheet.doc.claims), list(reading.claims)
    pairs = match_spans(golds, reads, _content, lambda g, r: _alike(g, r) and _same_source(sheet, g, r))
    sheet.found("claims", golds, reads, pairs, _content, lambda c: f"by {_said_by(sheet, c)}")
    alike = match_spans(golds, reads, _content, _alike)
    sheet.found("claims: content", golds, reads, alike, _content)
    _score_variants(sheet, golds, reads)
    _score_nested(sheet, golds, reads, alike)
    _score_cues(sheet, golds, reads)
    _score_attributes(sheet, pairs)
    return {gold.id: read.id for gold, read in alike}


def source_span(claim: AnyClaim) -> Span | None:
    """Where the source stands, None where there is none."""
    return claim.source.span if isinstance(claim, Claim) and claim.source else _gold_source(claim)


def _gold_source(claim: AnyClaim) -> Span | None:
    return claim.source if isinstance(claim, GoldClaim) else None


def _content(claim: AnyClaim) -> tuple[Span, ...]:
    return claim.content


def _cue(claim: AnyClaim) -> tuple[Span, ...]:
    cue = claim.cue.span if isinstance(claim, Claim) and claim.cue else claim.cue
    return (cue,) if isinstance(cue, Span) else ()


def _said_by(sheet: Sheet, claim: AnyClaim) -> str:
    span = source_span(claim)
    return sheet.words([span]) if span else "no one named"


def _alike(gold: GoldClaim, read: Claim) -> bool:
    return iou(gold.content, read.content) >= 0.5


def _same_source(sheet: Sheet, gold: GoldClaim, read: Claim) -> bool:
    return share_word(gold.source, source_span(read), sheet.doc.text)


def _same_or_carried(sheet: Sheet, gold: GoldClaim, read: Claim) -> bool:
    span = source_span(read)
    elsewhere = span is not None and sheet.sentence(span) != gold.sentence
    return (gold.source is None and elsewhere) or _same_source(sheet, gold, read)


def _score_variants(sheet: Sheet, golds: list[GoldClaim], reads: list[Claim]) -> None:
    carried = match_spans(golds, reads, _content, lambda g, r: _alike(g, r) and _same_or_carried(sheet, g, r))
    sheet.found("claims: carried", golds, reads, carried, _content, lambda c: f"by {_said_by(sheet, c)}")
    exact = match_spans(golds, reads, _content, lambda g, r: g.content == r.content and g.source == source_span(r))
    sheet.found("claims: exact", golds, reads, exact, _content, lambda c: f"by {_said_by(sheet, c)}")
    same = match_spans(golds, reads, _content, lambda g, r: g.content == r.content)
    sheet.found("claims: content exact", golds, reads, same, _content)


def _score_nested(sheet: Sheet, golds: list[GoldClaim], reads: list[Claim], alike: list[ClaimPair]) -> None:
    """A nested claim is right when its content is, and the claim around it is the one read around it."""
    partner = {gold.id: read.id for gold, read in alike}
    inner_golds, inner_reads = [g for g in golds if g.within], [r for r in reads if r.within]
    pairs = [(g, r) for g, r in alike if g.within and r.within and partner.get(g.within) == r.within]
    sheet.found("claims: nested", inner_golds, inner_reads, pairs, _content, lambda c: f"by {_said_by(sheet, c)}")


def _score_cues(sheet: Sheet, golds: list[GoldClaim], reads: list[Claim]) -> None:
    """Cues by overlap, each place once: claims that share a cue share it on both sides."""
    gold_cues = list(dict.fromkeys(cue for g in golds for cue in _cue(g)))
    read_cues = list(dict.fromkeys(cue for r in reads for cue in _cue(r)))
    pairs = match_spans(gold_cues, read_cues, lambda span: (span,))
    sheet.found("claims: cues", gold_cues, read_cues, pairs, lambda span: (span,))


def _score_attributes(sheet: Sheet, pairs: list[ClaimPair]) -> None:
    text = sheet.doc.text
    sheet.agreed("claims: source kind", pairs, _content, lambda g, r: (g.kind, _kind(r)))
    sheet.agreed("claims: named", pairs, _content, lambda g, r: (g.named, bool(r.source and r.source.named)))
    sheet.agreed("claims: count", pairs, _content, lambda g, r: (g.count, r.source.count if r.source else None))
    sheet.agreed("claims: who", pairs, _content, lambda g, r: (g.who, r.source.who if r.source else None), _same_who)
    sheet.agreed(
        "claims: medium", pairs, _content, lambda g, r: (g.medium, r.medium.span if r.medium else None),
        lambda a, b: share_word(_span(a), _span(b), text),
    )  # fmt: skip
    sheet.agreed("claims: quote", pairs, _content, lambda g, r: (g.quote, r.quote))
    sheet.agreed("claims: stance", pairs, _content, lambda g, r: (g.stance, r.stance))
    sheet.agreed("claims: certainty", pairs, _content, lambda g, r: (g.certainty, r.certainty))


def _kind(claim: Claim) -> str:
    return claim.source.kind if claim.source else "unknown"


def _same_who(gold: object, read: object) -> bool:
    return same_name(gold if isinstance(gold, str) else None, read if isinstance(read, str) else None)


def _span(value: object) -> Span | None:
    return value if isinstance(value, Span) else None
