"""A source without a name of its own: written out, or resolved when it is a short form ("the officials", "the president")."""

from __future__ import annotations

from dateline.languages.en.sources import source_words
from dateline.model import ActorKind, SourceKind, Span
from dateline.read.sources_answer import Read, from_entry
from dateline.read.sources_history import Entry, History
from dateline.read.sources_kind import Verdict, kind_by_words
from dateline.read.sources_people import Sex, sex_of
from dateline.read.sources_phrase import Phrase, is_plural
from dateline.read.sources_who import described

PERSONS = ("official", "spokesperson", "leader", "witness", "expert", "fighter", "other", "unknown")


def read_description(words: str, phrase: Phrase, id: str | None, kind: ActorKind | None, span: Span, history: History) -> Read:
    """A source without a name of its own: written out, or resolved when it is a short form."""
    verdict = kind_by_words(phrase, kind)
    head, plural = phrase.head, is_plural(phrase)
    entry = _short_for(phrase, verdict, plural, span, history)
    if entry:
        return from_entry(entry, f"{words!r} stands for it", history)
    person = verdict.kind in PERSONS
    named = _named(phrase, verdict, words)
    count = _count(phrase, verdict.kind, plural)
    who = described(words, phrase, history)
    return Read(who, verdict.kind, named, count, id, None, verdict.why, plural, person, _sex(phrase),
                head.plain if head else "", phrase.bag())  # fmt: skip


def _short_for(phrase: Phrase, verdict: Verdict, plural: bool, span: Span, history: History) -> Entry | None:
    """The mention that "the officials", "the monitor", "the spokesman", "police" are short for."""
    lists, head = source_words().phrase, phrase.head
    if head is None or len(phrase.kernel) > 2 or phrase.rest or phrase.owners or phrase.asides:
        return None
    bare = not phrase.determiner and len(phrase.kernel) == 1 and plural
    if phrase.determiner not in lists["definite"] and not bare:
        return None
    fits = [e for e in history.before(span, None) if e.source and _covers(e, phrase, verdict, plural, bare)]
    found = max(fits, key=lambda e: (_closeness(e, head.plain), e.span.start), default=None)
    return found or (None if plural or bare else _holder(phrase, span, history))


def _holder(phrase: Phrase, span: Span, history: History) -> Entry | None:
    """The person who is "the president", "the defence secretary": one described so before, else within two sentences."""
    wanted = {word.plain for word in phrase.kernel}
    if source_words().role.get(phrase.kernel[-1].plain) not in ("leader", "official"):
        return None
    here = history.sentence_at(span.start)
    fits = [e for e in history.entries if e.person and e.named and wanted <= e.bag and e.span != span]
    before = [e for e in fits if e.span.end <= span.start]
    after = [e for e in fits if e.span.start >= span.end and e.sentence - here <= 2]
    return max(before, key=lambda e: e.span.start, default=None) or min(after, key=lambda e: e.span.start, default=None)


def _covers(entry: Entry, phrase: Phrase, verdict: Verdict, plural: bool, bare: bool) -> bool:
    """Whether the mention can be what the short form says: the same head, or a body or person of that kind."""
    head, modifiers = phrase.kernel[-1].plain, {w.plain for w in phrase.kernel[:-1]}
    if not modifiers <= entry.bag:
        return False
    if head in entry.bag and entry.plural == plural and len(entry.bag) > len(phrase.bag()):
        return True
    if bare or plural:
        return False
    if verdict.kind == "outlet":
        return entry.kind == "outlet" and not entry.person
    if head in source_words().phrase["short_bodies"]:
        return entry.kind == "organisation" and entry.named and not entry.person
    return verdict.kind in ("spokesperson",) and entry.kind == verdict.kind and not entry.plural


def _closeness(entry: Entry, head: str) -> int:
    return int(head in entry.bag)


def _named(phrase: Phrase, verdict: Verdict, words: str) -> bool:
    """A document is named by whose it is; a body by a name among its head's words."""
    if verdict.kind == "document":
        first = phrase.words[0].start
        return any(w.capital and w.start != first for w in (*phrase.owners, *phrase.kernel, *phrase.rest))
    if verdict.kind in ("organisation", "outlet"):
        head = phrase.kernel[-1] if phrase.kernel else None
        if phrase.determiner == "the" and head is not None and head.plain in source_words().phrase["own_names"]:
            return True
        return bool(phrase.name) and head is not None and phrase.name[-1].start == head.start and len(phrase.kernel) > 1
    return False


def _count(phrase: Phrase, kind: SourceKind | None, plural: bool) -> int | None:
    if kind not in PERSONS and kind is not None:
        return None
    lists = source_words()
    if phrase.determiner == "one" or (phrase.words[0].plain == "one"):
        return 1
    for word in phrase.words[: 1 + len(phrase.kernel)]:
        number = int(word.plain) if word.plain.isdecimal() and len(word.plain) < 4 else lists.numbers.get(word.plain)
        if number:
            return number
    head = phrase.head
    if plural or head is None or (kind is None and not phrase.determiner):
        return None
    return None if head.plain in lists.phrase["plural"] or head.plain in ("family", "opposition", "public") else 1


def _sex(phrase: Phrase) -> Sex | None:
    return sex_of(" ".join(w.text for w in phrase.words))
