"""Find time expressions and resolve them, sentence by sentence, never against the machine's clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dateline.model import Span, Time
from dateline.read.grammar import Tokens, cut, longest
from dateline.read.grammar.templates import Found, matches
from dateline.read.times.grammar import MEANINGS, TimeGrammar, time_grammar
from dateline.read.times.outlook import looks_ahead
from dateline.read.times.repeats import Resolved, with_hours, without_hours
from dateline.read.times.scene import Scene, Setting
from dateline.read.times.stretch import UNKNOWN, Stretch

NAMELIKE = frozenset(["unknown", "repeats", "days"])


def find_times(
    text: str,
    sentences: Sequence[Span],
    published: date | None,
    *,
    all_candidates: bool = False,
    language: str = "en",
) -> list[Time]:
    """All time expressions of a report, ids t1 … in text order, spans in `text`.

    Relative ones ("on Monday", "last year") are resolved against `published`, those that hang on an earlier time ("the
    following day") against the last one resolved before; what cannot be resolved has no dates. With `all_candidates`
    also the vague ones ("soon") are given.
    """
    grammar = time_grammar(language)
    found = with_hours(resolve_all(text, sentences, published, grammar, all_candidates=all_candidates))
    return [as_time(f"t{number}", one.span, one.stretch) for number, one in enumerate(found, 1)]


def resolve_all(
    text: str, sentences: Sequence[Span], published: date | None, grammar: TimeGrammar, *, all_candidates: bool
) -> Iterator[Resolved]:
    """The time expressions of all sentences with their meanings; each resolved time is the anchor of the next."""
    expressions = list(_expressions(text, sentences, grammar, all_candidates))
    base = Setting(published, UNKNOWN, None if published else _only_year(expressions, grammar))
    for tokens, found in expressions:
        setting = base._replace(ahead=looks_ahead(tokens, found.first, found.last, grammar.lexicon))
        stretch = meaning(tokens, found, setting, grammar)
        base = base._replace(anchor=_next_anchor(base.anchor, stretch, found.rule.means))
        yield Resolved(tokens.span(found.first, found.last), stretch, found.rule.means)


def _expressions(
    text: str, sentences: Sequence[Span], grammar: TimeGrammar, all_candidates: bool
) -> Iterator[tuple[Tokens, Found]]:
    for sentence in sentences:
        tokens = cut(text, sentence, grammar.lexicon)
        if not grammar.heads.isdisjoint(tokens.shape):
            found = longest(matches(grammar.open_rules, tokens.shape))
            yield from ((tokens, one) for one in found if _wanted(tokens, one, all_candidates))


def _only_year(expressions: list[tuple[Tokens, Found]], grammar: TimeGrammar) -> int | None:
    """The year of the full dates of an undated report, when they all have the same one."""
    dated = [(tokens, found) for tokens, found in expressions if found.rule.means in ("date", "written", "within")]
    days = (meaning(tokens, found, Setting(None), grammar).start for tokens, found in dated)
    years = {day.year for day in days if day}
    return years.pop() if len(years) == 1 else None


def _wanted(tokens: Tokens, found: Found, all_candidates: bool) -> bool:
    """Whether a match is to be listed: no decoy, sure enough, no part of a name ("Daily Star", "Victory Day")."""
    if found.rule.means == "nothing" or not (all_candidates or found.rule.options.get("sure", True)):
        return False
    return found.rule.means not in NAMELIKE or not _in_name(tokens, found)


def _in_name(tokens: Tokens, found: Found) -> bool:
    if not found.first or not tokens.words[found.first][0].isupper():
        return False
    following = tokens.words[found.last][0] if found.last < len(tokens.words) else ""
    return tokens.words[found.first - 1][0].isalpha() or following.isupper()


def _next_anchor(anchor: Stretch, stretch: Stretch, means: str) -> Stretch:
    return stretch if stretch.start and stretch.end and means != "untilnow" else anchor


def meaning(tokens: Tokens, found: Found, setting: Setting, grammar: TimeGrammar) -> Stretch:
    """What a matched expression means; expressions inside it are resolved in the same setting."""

    def resolve(first: int, last: int) -> Stretch:
        return resolve_tokens(tokens, first, last, setting, grammar)

    return MEANINGS[found.rule.means](Scene(tokens, found, setting, grammar.lexicon, resolve))


def resolve_tokens(tokens: Tokens, first: int, last: int, setting: Setting, grammar: TimeGrammar) -> Stretch:
    """The meaning of tokens that are a time expression as a whole: that of the first rule that fits; else UNKNOWN."""
    for rule in grammar.rules:
        match = rule.pattern.fullmatch(tokens.shape, first, last)
        if match:
            stretch = meaning(tokens, Found(rule, match, first, last), setting, grammar)
            if stretch != UNKNOWN:
                return stretch
    return UNKNOWN


def resolve_time(
    words: str,
    published: date | None,
    *,
    before: str = "",
    after: str = "",
    anchor: Stretch = UNKNOWN,
    language: str = "en",
) -> Stretch:
    """What the words of a time expression mean, `before` and `after` being the words around them in the sentence.

    `anchor` is the last time resolved before it. When no rule fits all the words, the longest that fits some of them.

    >>> resolve_time("late on Monday", date(2019, 2, 19)).start
    datetime.date(2019, 2, 18)
    """
    grammar = time_grammar(language)
    text = f"{before} {words} {after}"
    where = Span(len(before) + 1, len(before) + 1 + len(words))
    tokens = cut(text, Span(0, len(text)), grammar.lexicon)
    inside = [i for i, span in enumerate(tokens.spans) if where.overlap(Span(*span))]
    if not inside:
        return UNKNOWN
    first, last = inside[0], inside[-1] + 1
    setting = Setting(published, anchor, None, looks_ahead(tokens, first, last, grammar.lexicon))
    whole = resolve_tokens(tokens, first, last, setting, grammar)
    return without_hours(whole if whole != UNKNOWN else _inside(tokens, first, last, setting, grammar))


def _inside(tokens: Tokens, first: int, last: int, setting: Setting, grammar: TimeGrammar) -> Stretch:
    """The meaning of the longest expression within the tokens that has one."""
    part = Tokens(tokens.words[:last], tokens.spans[:last], tokens.shape[:last])
    found = [one for one in matches(grammar.rules, part.shape) if one.first >= first]
    for one in sorted(found, key=lambda f: (f.first - f.last, f.first, f.rule.order)):
        stretch = meaning(tokens, one, setting, grammar)
        if stretch != UNKNOWN:
            return stretch
    return UNKNOWN


def as_time(name: str, span: Span, stretch: Stretch) -> Time:
    """A `Time` of the reading: ISO dates, precision, repetition."""
    start, end = (when.isoformat() if when else None for when in stretch[:2])
    return Time(name, span, start, end, stretch.precision, stretch.repeats)
