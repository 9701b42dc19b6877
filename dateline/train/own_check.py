"""Check reports annotated to the codebook: `python -m dateline.train.own_check FILES...`; status 1 when one is wrong.

An error is what breaks the format: a string not in its sentence, an unknown word, number or id. A doubt is what is
seldom meant: a string cut inside a word, a content with its quotation marks, a time that runs backwards.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from dateline.errors import DataError
from dateline.model import Span
from dateline.read import labels
from dateline.score import lines
from dateline.score.gold import load_document
from dateline.score.verbatim import find

EDGES = "“”\"'‘,.;: "
ROLES = ("actor", "target", "other", "place", "from_", "to", "time", "means")


def errors(path: Path) -> Iterator[str]:
    """What breaks the format, a line each."""
    try:
        yield from load_document(path).problems
        _, sentences = lines.decode(path)
    except DataError as error:
        yield str(error)
        return
    for expected, (number, line) in enumerate(sentences):
        where = f"{path.name}:{number}"
        if line.s != expected:
            yield f"{where}: sentence {line.s} where {expected} was expected"
        yield from (f"{where}: {what}" for what in (*_claim_errors(line), *_event_errors(line), *_time_errors(line)))


def _claim_errors(line: lines.SentenceLine) -> Iterator[str]:
    ids = [claim.id for claim in line.claims]
    if len(set(ids)) < len(ids):
        yield "a claim id is used twice"
    for claim in line.claims:
        if not claim.content:
            yield f"{claim.id} has no content"
        if claim.within == claim.id:
            yield f"{claim.id} encloses itself"


def _event_errors(line: lines.SentenceLine) -> Iterator[str]:
    for event in line.events:
        if event.kind not in labels.KINDS:
            yield f"event {event.trigger!r}: no kind {event.kind!r}"


def _time_errors(line: lines.SentenceLine) -> Iterator[str]:
    for time in line.times:
        for day in (time.from_, time.to):
            try:
                date.fromisoformat(day or "2000-01-01")
            except ValueError:
                yield f"time {time.text!r}: no date {day!r}"
        if time.from_ and time.to and time.from_ > time.to:
            yield f"time {time.text!r} runs backwards"


def doubts(path: Path) -> Iterator[str]:
    """What is seldom meant, a line each; the file must be free of errors."""
    for number, line in lines.decode(path)[1]:
        for what in (*_cut_words(line), *_loose_edges(line), *_strays(line)):
            yield f"{path.name}:{number}: {what}"


def _cut_words(line: lines.SentenceLine) -> Iterator[str]:
    for words in _strings(line):
        span = find(words, line.text)
        if span and (_joined(line.text, span.start) or _joined(line.text, span.end)):
            yield f"{words!r} is cut inside a word"


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _strings(line: lines.SentenceLine) -> Iterator[str]:
    for claim in line.claims:
        yield from (words for words in (claim.source, claim.medium, claim.cue, *claim.content) if words)
    for event in line.events:
        yield event.trigger
        yield from (words for role in ROLES for words in getattr(event, role))
    yield from (figure.text for figure in line.figures)
    yield from (place.text for place in line.places)
    yield from (time.text for time in line.times)


def _loose_edges(line: lines.SentenceLine) -> Iterator[str]:
    for words in _strings(line):
        bare = words.partition("#")[0]
        if bare[0] in EDGES or bare[-1] in EDGES:
            yield f"{words!r} begins or ends with a mark"


def _strays(line: lines.SentenceLine) -> Iterator[str]:
    inside = {claim.id: _spans(claim.content, line.text) for claim in line.claims}
    for event in line.events:
        trigger = find(event.trigger, line.text)
        homes = inside.get(event.claim or "", [])
        if trigger and event.claim and not any(trigger.overlap(home) for home in homes):
            yield f"event {event.trigger!r} is outside {event.claim}'s content"
        covering = [id for id, spans in inside.items() if trigger and any(trigger.overlap(s) for s in spans)]
        if covering and not event.claim:
            yield f"event {event.trigger!r} is inside {covering[-1]}'s content but names no claim"


def _spans(contents: Iterable[str], text: str) -> list[Span]:
    return [span for words in contents if (span := find(words, text))]


def counts(paths: Iterable[Path]) -> dict[str, Counter[str]]:
    """How many of each kind, role, stance and so on the files hold."""
    sheet: dict[str, Counter[str]] = {n: Counter() for n in ("rows", "claims", "stance", "source", "event", "role")}
    for path in paths:
        for _, line in lines.decode(path)[1]:
            _count(sheet, line)
    return sheet


def _count(sheet: dict[str, Counter[str]], line: lines.SentenceLine) -> None:
    rows = {"sentences": 1, "without claims": not line.claims, "claims": len(line.claims), "events": len(line.events)}
    cells = {"figures": len(line.figures), "places": len(line.places), "times": len(line.times)}
    sheet["rows"].update({name: int(n) for name, n in (rows | cells).items()})
    for claim in line.claims:
        sheet["claims"].update([claim.quote, claim.certainty, *_shapes(claim)])
        sheet["stance"][claim.stance] += 1
        sheet["source"][claim.kind] += 1
    for event in line.events:
        sheet["event"][event.kind] += 1
        sheet["event"][f"({event.status})"] += 1
        sheet["role"].update(role for role in (*ROLES, "figure") if getattr(event, role))


def _shapes(claim: lines.ClaimLine) -> Iterator[str]:
    marks = {
        "nested": claim.within, "no cue": not claim.cue, "no source": not claim.source, "medium": claim.medium,
        "in two parts": len(claim.content) > 1, "named": claim.named, "counted": claim.count,
    }  # fmt: skip
    return (name for name, there in marks.items() if there)


def main(names: list[str]) -> int:
    """Print errors, doubts and counts of the files; 1 when there is an error or no file, else 0."""
    paths = [Path(name) for name in names]
    wrong = [error for path in paths for error in errors(path)]
    print(*(f"error  {error}" for error in wrong), sep="\n", end="\n" if wrong else "")
    if wrong or not paths:
        return 1
    for path in paths:
        for doubt in doubts(path):
            print(f"doubt  {doubt}")
    print(f"{len(paths)} reports")
    for name, tally in counts(paths).items():
        print(f"{name}: " + ", ".join(f"{word} {n}" for word, n in tally.most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
