"""What kind of source a phrase tells by its own words, with the reason; None where the words cannot tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.languages.en.sources import source_words
from dateline.model import ActorKind, SourceKind
from dateline.read.actors_names import Token
from dateline.read.sources_phrase import Phrase, Word

_PEOPLE = ("official", "leader", "other", "expert", "organisation", "witness")


class Verdict(NamedTuple):
    """A kind (None: not told) and why."""

    kind: SourceKind | None
    why: str


def role_word(words: Sequence[Word], name: Sequence[Word] = ()) -> Word | None:
    """The word that tells the role: the last of the kernel that is in a list, the name's own words left out."""
    roles, named = source_words().role, {word.start for word in name}
    for word in reversed(words):
        if word.start not in named and role_of(word) in roles:
            return word
    return None


def role_of(word: Word | Token) -> str:
    """The word as the lists have it: whole, or its last part ("ex-president", "vice-admiral")."""
    roles = source_words().role
    return word.plain if word.plain in roles else word.plain.rsplit("-", 1)[-1]


def kind_by_words(phrase: Phrase, actor: ActorKind | None) -> Verdict:
    """The kind by the kernel's role word, else by an aside's. `actor` is the kind of the actor the phrase is linked to."""
    spoken = _spokes(phrase)
    if spoken:
        return spoken
    for where, words in (("head", phrase.kernel), *(("aside", _before_cut(aside)) for aside in phrase.asides)):
        word = role_word(words, phrase.name if where == "head" else ())
        if word is not None:
            return _refined(word, phrase, actor, where)
    return Verdict(None, "no word tells")


def _spokes(phrase: Phrase) -> Verdict | None:
    """A spokesperson is one whatever the rank beside ("Detective X, a department spokesman")."""
    for words in (phrase.kernel, *(_before_cut(aside) for aside in phrase.asides)):
        word = next((w for w in words if source_words().role.get(role_of(w)) == "spokesperson"), None)
        if word is None and {"press", "director"} <= {w.plain for w in words}:
            word = words[0]
        if word is not None and phrase.name:
            return Verdict("spokesperson", f"word {word.plain!r}")
    return None


def _before_cut(words: Sequence[Word]) -> Sequence[Word]:
    lists = source_words().phrase
    for at, word in enumerate(words):
        if not word.capital and (word.plain in lists["cut"] or word.plain in lists["of"]):
            return words[:at]
    return words


def _refined(word: Word, phrase: Phrase, actor: ActorKind | None, where: str) -> Verdict:
    lists, role = source_words(), role_of(word)
    kind, bag = lists.role[role], phrase.bag()
    why = f"{where} word {word.plain!r}"
    if kind in ("official", "leader") and (actor == "armed_group" or _is_fighters(role, bag)):
        return Verdict("fighter", f"{why} of an armed group")
    if role in lists.heads:
        return _head(role, kind, bag, actor, why)
    if bag & {"former", "ex", "retired"} and kind == "official":
        return Verdict("expert", f"{why}, former")
    if role in ("soldier", "soldiers", "troops", "guard", "guards", "crew") and bag & {"former", "mother", "family"}:
        return Verdict("witness", f"{why}, former")
    return Verdict(kind, why)  # type: ignore[arg-type]


def _is_fighters(role: str, bag: frozenset[str]) -> bool:
    """Commanders of rebels, of Kurds without a state's army; not their authorities."""
    lists = source_words()
    return bool(bag & lists.fighter) and role in lists.phrase["ranks"]


def _head(role: str, kind: str, bag: frozenset[str], actor: ActorKind | None, why: str) -> Verdict:
    """"head", "director", "chief", "secretary" … of what?"""
    lists = source_words()
    if role in ("president", "leader", "secretary", "secretary-general", "commander", "deputy") and not bag & lists.expert:
        return Verdict(kind, why)  # type: ignore[arg-type]
    if role in ("chair", "chairman", "chairwoman", "member") and bag & lists.assemblies:
        return Verdict("leader", f"{why} of an assembly")
    if actor == "media":
        return Verdict("outlet", f"{why} of an outlet")
    if actor in ("state", "military", "police", "igo") or bag & lists.official:
        return Verdict("official", f"{why} of a public body")
    if actor == "ngo" or bag & lists.expert:
        return Verdict("expert", f"{why} of a centre or monitor")
    return Verdict("other" if kind not in ("leader", "official") else kind, why)  # type: ignore[arg-type]
