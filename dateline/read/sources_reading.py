"""One source phrase read in its report: pronoun, person, body or description, each resolved its own way."""

from __future__ import annotations

from dateline.knowledge.actors import Person as KnownPerson
from dateline.knowledge.gazetteer import gazetteer
from dateline.languages.en.sources import source_words
from dateline.model import ActorKind, SourceKind, Span
from dateline.read.actors import actor, link, mentions
from dateline.read.actors_names import plain, tokens
from dateline.read.actors_registry import registry
from dateline.read.sources_answer import Read, from_entry
from dateline.read.sources_described import read_description
from dateline.read.sources_history import Entry, History
from dateline.read.sources_kind import Verdict, kind_by_words
from dateline.read.sources_people import Sex, same, sex_of
from dateline.read.sources_phrase import Phrase, Word, before_clause, is_bodys, proper_name, split
from dateline.read.sources_who import body_written, described, full_name


def read_phrase(span: Span, history: History, not_who: str | None = None) -> Read:
    """The source at `span`, with the mentions before it in `history`; any words will do. `not_who` is whom a pronoun cannot
    mean: the speaker in whose quoted words it stands."""
    words = span.of(history.text)
    phrase = split(words, span.start)
    if not phrase.words:
        return Read(words, None, False, None, None, None, "no words")
    id = link(words, history.actors, span, acts=True)
    known = actor(id) if id else None
    kind = known.kind if known else None
    if phrase.pronoun:
        return _pronoun(phrase, span, history, not_who)
    if _names_body(words, phrase):
        return _body(words, phrase, id, kind, history)
    person = _person(words, phrase, id, kind, span, history)
    return person or read_description(words, phrase, id, kind, span, history)


def _pronoun(phrase: Phrase, span: Span, history: History, not_who: str | None) -> Read:
    group, word = phrase.pronoun, phrase.words[0].plain
    barred = not_who if group != "speaker" else None
    entry = history.best(span, lambda e: None if barred and e.who == barred else _agrees(e, group or "", word))
    if entry:
        return from_entry(entry, f"{word!r}: the likeliest before it", history)
    count = 1 if group in ("he", "she") or word in ("i", "my", "me") else None
    return Read(span.of(history.text), None, False, count, None, None, f"{word!r}: nobody before it fits", head=word)


def _agrees(entry: Entry, group: str, word: str) -> float | None:
    """How well a mention agrees with a pronoun; None: it cannot be. Most persons of unknown sex in the press are men."""
    one = entry.person and not entry.plural
    if group in ("he", "she"):
        if not one or (entry.sex and entry.sex != group):
            return None
        return 3.5 if entry.sex else 1.0 if group == "he" else -1.5
    if group == "it":
        return 1.0 if not entry.person and not entry.plural and entry.kind in ("organisation", "outlet", "document") else None
    if group == "they":
        return 2.5 if entry.plural else 0.6 if not entry.person else None
    if group == "speaker":
        return 3.0 if entry.source and (one or word in ("we", "our", "us")) else None
    return 1.0


def _names_body(words: str, phrase: Phrase) -> bool:
    """Whether the phrase's head is a body's own name: the registry's, or one that its words show ("the Highway Patrol")."""
    head, text = phrase.head, tokens(words)
    if head is None:
        return False
    offset = phrase.words[0].start - _lead(words)
    for one in mentions(words, text, acts=True):
        if one.how == "person" or one.span.end + offset < head.end - 2 or one.span.start + offset > head.start:
            continue
        return one.how != "body" or plain(text[one.last - 1].text) in source_words().phrase["own_names"]
    return bool(phrase.name) and phrase.name[-1] == head and is_bodys(phrase.name)


def _lead(words: str) -> int:
    return next((i for i, c in enumerate(words) if c.isalnum()), 0)


def _body(words: str, phrase: Phrase, id: str | None, kind: ActorKind | None, history: History) -> Read:
    head = phrase.head
    assert head is not None
    verdict = Verdict("organisation", "a body's name")
    if kind == "media":
        verdict = Verdict("outlet", "an outlet's name")
    elif head.plain in ("police", "authorities", "troops"):
        verdict = Verdict("official", "police and troops are staff")
    elif kind is None and head.plain in source_words().role:
        told = kind_by_words(phrase, kind)
        verdict = told if told.kind in ("outlet", "document") else verdict
    who = body_written(words, phrase, id, history)
    joined = any(word.plain == "and" for word in phrase.kernel)
    named = head.plain != "police" or head.capital
    return Read(who, verdict.kind, named, None, id, None, verdict.why, plural=joined, head=head.plain, bag=phrase.bag())


def _person(words: str, phrase: Phrase, id: str | None, kind: ActorKind | None, span: Span, history: History) -> Read | None:
    """A person's proper name, wherever in the phrase it stands."""
    found = _name_in(phrase, words, history)
    if found is None:
        return None
    name, pair = found
    earlier = _earlier(name, span, history)
    full = full_name(name, history)
    known = registry().people.get(full) or _known(full)
    verdict = kind_by_words(phrase, kind)
    if verdict.kind in ("organisation", "outlet") and not source_words().sex.get(plain(name[0])) and not earlier:
        return _body(words, phrase, id, kind, history) if phrase.head else None
    if verdict.kind in (None, "organisation", "document", "unknown"):
        verdict = _kind_elsewhere(earlier, known.kind if known else None, verdict)
    sex = next((e.sex for e in earlier if e.sex), None) or (known.pronoun if known else _given_sex(full, words))
    body = id or next((e.actor for e in earlier if e.actor), None) or (known.body if known else None)
    who = described(words, phrase, history) if pair else known.name if known and len(full.split()) == 1 else full
    antecedent = next((e.span for e in earlier if e.who == full and e.span != span), None) if full != " ".join(name) else None
    return Read(who, verdict.kind, True, 2 if pair else 1, body, antecedent, verdict.why, pair, True, sex, plain(name[-1]),
                phrase.bag() | frozenset(w for e in earlier if e.source for w in e.bag))  # fmt: skip


def _given_sex(full: str, words: str) -> Sex | None:
    given = source_words().sex.get(plain(full.split()[0]))
    return given if given in ("he", "she") else sex_of(words)  # type: ignore[return-value]


def _known(full: str) -> KnownPerson | None:
    return next((p for p in registry().people.values() if full in p.names or "=" + full in p.names), None)


def _name_in(phrase: Phrase, words: str, history: History) -> tuple[tuple[str, ...], bool] | None:
    segments = [phrase.kernel, *(before_clause(aside) for aside in phrase.asides)]
    for number, segment in enumerate(segments):
        name = proper_name(segment) or _surname(segment, history)
        if not name or (number and segment[0].plain in source_words().phrase["determiners"]):
            continue
        texts = tuple(w.text for w in name)
        last = segment[-1].text == name[-1].text
        if last and not is_bodys(name) and _is_person(texts, history):
            pair = number == 0 and any(w.plain == "and" for w in phrase.kernel)
            return texts, pair
    return None


def _surname(segment: tuple[Word, ...], history: History) -> tuple[Word, ...]:
    """A bare family name that is also a title or a common word ("Bishop"), if the report has such a person."""
    last = segment[-1] if segment else None
    if last is None or not last.capital or len(segment) > 1:
        return ()
    return (last,) if any(same((last.text,), one.name) for one in history.people if one.name[1:]) else ()


def _is_person(name: tuple[str, ...], history: History) -> bool:
    """A name is taken as a person's unless the registry has it as something else, or it is but the name of a known place."""
    text = " ".join(name)
    known_place = len(name) == 1 and any(entry.curated for entry in gazetteer().find(text))
    if known_place and not any(same(name, one.name) for one in history.people):
        return False
    words = tokens(text)
    return all(one.how == "person" for one in mentions(text, words, acts=True) if one.last - one.first == len(words))


def _earlier(name: tuple[str, ...], span: Span, history: History) -> list[Entry]:
    return [e for e in history.entries if e.person and e.span != span and same(name, e.who.split())]


def _kind_elsewhere(earlier: list[Entry], known: SourceKind | None, own: Verdict) -> Verdict:
    said = [e.kind for e in earlier if e.kind not in (None, "unknown")]
    if known and not said:
        return Verdict(known, "the office holders' table")
    return Verdict(said[0], "as described elsewhere in the report") if said else Verdict(known, own.why)
