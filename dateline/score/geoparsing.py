"""Places told from their namesakes, measured on GeoVirus and LGL: the name is given, its point is asked for.

A place is right when its point lies within 161 km (100 miles) of the annotated one, the measure usual for these sets
(Gritta et al., "A Pragmatic Guide to Geoparsing Evaluation"). One that is left without a point is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from lxml import etree

from dateline.knowledge.gazetteer_entry import distance
from dateline.model import Place, Span
from dateline.read.places import resolve_places

WITHIN = 161.0


class Toponym(msgspec.Struct, frozen=True):
    """An annotated name and its point in degrees."""

    span: Span
    lat: float
    lon: float


class Miss(msgspec.Struct, frozen=True):
    """What was read where, and how far off (infinite without a point)."""

    words: str
    toponym: Toponym
    place: Place | None
    kilometres: float


def geovirus_accuracy(path: Path) -> tuple[int, int]:
    """(right, all) on `GeoVirus.xml`."""
    return _accuracy(geovirus(path))


def lgl_accuracy(path: Path) -> tuple[int, int]:
    """(right, all) on `lgl.xml`, toponyms without a point left out."""
    return _accuracy(lgl(path))


def _accuracy(articles: Iterator[tuple[str, list[Toponym]]]) -> tuple[int, int]:
    right = total = 0
    for text, toponyms in articles:
        total += len(toponyms)
        right += len(toponyms) - len(misses(text, toponyms))
    return right, total


def misses(text: str, toponyms: list[Toponym]) -> list[Miss]:
    """The toponyms of one article whose point was not found."""
    places = {p.span: p for p in resolve_places(text, [t.span for t in toponyms])[0]}
    found = []
    for toponym in toponyms:
        place = places.get(toponym.span)
        away = _away(place, toponym)
        if away > WITHIN:
            found.append(Miss(toponym.span.of(text), toponym, place, away))
    return found


def _away(place: Place | None, toponym: Toponym) -> float:
    if place is None or place.lat is None or place.lon is None:
        return float("inf")
    return distance(place.lat, place.lon, toponym.lat, toponym.lon)


def geovirus(path: Path) -> Iterator[tuple[str, list[Toponym]]]:
    """Every article's text with its toponyms."""
    for article in etree.parse(str(path)).iter("article"):
        text = article.findtext("text") or ""
        found = []
        for at in article.iter("location"):
            name, start = at.findtext("name") or "", int(at.findtext("start") or 0) - 1
            found.append(Toponym(_located(text, name, start), _number(at, "lat"), _number(at, "lon")))
        yield text, found


def lgl(path: Path) -> Iterator[tuple[str, list[Toponym]]]:
    """Every article's text with those of its toponyms that have a point."""
    for article in etree.parse(str(path)).iter("article"):
        text = article.findtext("text") or ""
        found = []
        for at in article.iter("toponym"):
            tag, start = at.find("gaztag"), int(at.findtext("start") or 0)
            if tag is not None and tag.findtext("lat"):
                span = _located(text, at.findtext("phrase") or "", start)
                found.append(Toponym(span, _number(tag, "lat"), _number(tag, "lon")))
        yield text, found


def _located(text: str, name: str, start: int) -> Span:
    """The name's span nearest to where the annotation puts it; some sets count from one, or another encoding."""
    starts = [i for i in range(len(text)) if text.startswith(name, i)] if text[start : start + len(name)] != name else [start]
    at = min(starts, key=lambda i: abs(i - start), default=max(0, start))
    return Span(at, at + len(name))


def _number(node: etree._Element, tag: str) -> float:
    return float(node.findtext(tag) or "nan")
