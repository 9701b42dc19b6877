"""Who has been mentioned so far: persons, bodies and sources, from which a short form or a pronoun can be resolved."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

import msgspec

from dateline.model import Actor, SourceKind, Span
from dateline.read.near import Near
from dateline.read.sources_people import Person, Sex, find_people

REACH = 6
"""How many sentences back a pronoun's antecedent is looked for."""


class Entry(msgspec.Struct, frozen=True):
    """A mention of someone: what is known of it. `head` is its head word, `bag` its words, plain; `source` when it spoke."""

    span: Span
    sentence: int
    who: str
    kind: SourceKind | None
    named: bool
    count: int | None
    actor: str | None
    plural: bool
    person: bool
    sex: Sex | None
    head: str
    bag: frozenset[str]
    source: bool = False


class History:
    """The report's mentions in text order; `add` puts in a resolved source."""

    def __init__(self, text: str, sentences: Sequence[Span], actors: Sequence[Actor]) -> None:
        self.text, self.sentences, self.actors = text, sentences, actors
        self.people = find_people(text, sentences)
        self._starts = [sentence.start for sentence in sentences]
        self.kinds = {actor.id: actor.kind for actor in actors}
        self.entries: list[Entry] = [*(self._of_person(one) for one in self.people), *self._bodies()]

    def add(self, entry: Entry) -> None:
        """A source, once resolved."""
        self.entries.append(entry)

    def sentence_at(self, at: int) -> int:
        """The index of the sentence that holds a place in the text."""
        return max(0, bisect_right(self._starts, at) - 1)

    def best(self, at: Span, fits: Callable[[Entry], float | None]) -> Entry | None:
        """The likeliest earlier mention: `fits` weighs one (None: cannot be); nearness, speaking and standing first in its
        sentence count besides."""
        weighed = ((fits(entry), entry) for entry in self.before(at))
        scored = [(self._weight(entry, at) + fit, entry) for fit, entry in weighed if fit is not None]
        return max(scored, key=lambda pair: (pair[0], pair[1].span.start), default=(0.0, None))[1]

    def before(self, at: Span, reach: int | None = REACH) -> Iterator[Entry]:
        """Mentions that end before `at`, at most `reach` sentences back (None: anywhere before)."""
        here = self.sentence_at(at.start)
        for entry in self.entries:
            if entry.span.end <= at.start and (reach is None or here - entry.sentence <= reach):
                yield entry

    def _weight(self, entry: Entry, at: Span) -> float:
        back = self.sentence_at(at.start) - entry.sentence
        opening = entry.span.start - self.sentences[entry.sentence].start if self.sentences else 0
        return -0.8 * back + 4.0 * entry.source + (1.0 if opening <= 25 else 0.0)

    def _of_person(self, one: Person) -> Entry:
        bag = frozenset(word.lower() for word in one.name) | one.about
        return Entry(
            span=one.span, sentence=self.sentence_at(one.span.start), who=one.full, kind=one.kind, named=True, count=1,
            actor=None, plural=False, person=True, sex=one.sex, head=one.name[-1].lower(), bag=bag,
        )  # fmt: skip

    def _bodies(self) -> Iterator[Entry]:
        taken = Near(self.people, lambda one: (one.span,))
        for actor in self.actors:
            for span in actor.mentions:
                if not taken.sharing(span):
                    yield self._of_body(actor, span)

    def _of_body(self, actor: Actor, span: Span) -> Entry:
        words = span.of(self.text)
        return Entry(
            span=span, sentence=self.sentence_at(span.start), who=words, named=True, count=None, actor=actor.id,
            kind="outlet" if actor.kind == "media" else "organisation", plural=False, person=False, sex=None,
            head=words.split()[-1].lower(), bag=frozenset(words.lower().split()),
        )  # fmt: skip
