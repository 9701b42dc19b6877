"""What a page says of itself: JSON-LD (schema.org), OpenGraph and other meta elements, <time>, the canonical link."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from html import unescape
from importlib import resources
from typing import Any

import msgspec
from lxml import etree

from dateline.languages.en.dates import publication_date
from dateline.model import Note

_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?:[/-]|$)", re.I)
_NODES = 2000


class Metadata(msgspec.Struct, frozen=True):
    """What was found; None where the page does not say. `window_title` is <title>, which often adds the site's name."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: date | None = None
    body: str | None = None
    window_title: str | None = None


def metadata_of(root: etree._Element) -> tuple[Metadata, tuple[Note, ...]]:
    """JSON-LD first, then meta elements, then the page's elements."""
    article, notes = _json_ld(root)
    meta = _meta(root)
    url = _text(article.get("url")) or _canonical(root) or meta.get("url")
    published, more = _published(root, article, meta, url)
    said = Metadata(
        title=_text(article.get("headline")) or meta.get("title"),
        outlet=_name(article.get("publisher")) or meta.get("outlet"),
        byline=_names(article.get("author")) or _person(meta.get("byline")),
        url=url,
        published=published,
        body=_body(article.get("articleBody")),
        window_title=_text(root.findtext(".//title")),
    )
    return said, (*notes, *more)


def _published(
    root: etree._Element, article: dict[str, Any], meta: dict[str, str], url: str | None
) -> tuple[date | None, tuple[Note, ...]]:
    """The first source that gives a date; a date read off the address is said to be so."""
    words = (_text(article.get("datePublished")), meta.get("published"), *_times(root))
    found = [day for day in (publication_date(w) for w in words if w) if day]
    if found:
        return found[0], ()
    day = _in_address(url)
    notes = (Note("published-from-url", f"publication date {day} is read off the page's address"),) if day else ()
    return day, notes


def _in_address(url: str | None) -> date | None:
    found = _URL_DATE.search(url or "")
    if not found:
        return None
    year, month, day = found.groups()
    return publication_date(f"{year}-{month:0>2}-{day:0>2}" if month.isdigit() else f"{day} {month} {year}")


def _times(root: etree._Element) -> Iterator[str]:
    """Dates of <time> elements the page calls its publication, or of the first one under the headline's header."""
    for element in root.iterfind(".//time"):
        name = " ".join(element.get(k, "") for k in ("itemprop", "class", "pubdate")).lower()
        if "publi" in name or element.get("pubdate") is not None or element.getparent().tag in ("header", "address"):
            yield element.get("datetime") or "".join(element.itertext())


def _meta(root: etree._Element) -> dict[str, str]:
    """Our key → content of the best <meta> for it."""
    said: dict[str, str] = {}
    for element in root.iter("meta"):
        content = _text(element.get("content"))
        for key in ("property", "name", "itemprop"):
            if content and element.get(key):
                said.setdefault(element.get(key).lower()[:80], content)
    found = {key: next((said[n] for n in names if n in said), None) for key, names in _names_of_meta().items()}
    return {key: content for key, content in found.items() if content}


def _canonical(root: etree._Element) -> str | None:
    link = next((e for e in root.iter("link") if (e.get("rel") or "").lower() == "canonical"), None)
    return _text(link.get("href")) if link is not None else None


def _json_ld(root: etree._Element) -> tuple[dict[str, Any], tuple[Note, ...]]:
    """The article node of the page's JSON-LD, empty when there is none; a note on a block that does not parse."""
    notes: tuple[Note, ...] = ()
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            notes = (Note("json-ld-broken", "a JSON-LD block of the page does not parse; not used"),)
            continue
        for node in _nodes(data):
            if any(_ARTICLE.search(kind) for kind in _kinds(node)):
                return node, notes
    return {}, notes


def _nodes(data: object) -> Iterator[dict[str, Any]]:
    """Every object in the data, outer first, up to a limit."""
    waiting = [data]
    for _ in range(_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting.extend(v for v in node.values() if isinstance(v, (dict, list)))
        elif isinstance(node, list):
            waiting.extend(node[:_NODES])


def _kinds(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]


def _text(value: object) -> str | None:
    """A string on one line, entities read, at most 1,000 characters; None for anything else or nothing."""
    if not isinstance(value, str):
        return None
    words = " ".join(re.sub(r"<[^<>]{0,200}>", " ", unescape(value[:4000])).split())
    return words.encode("utf-8", "replace").decode()[:1000] or None


def _body(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    lines = (" ".join(line.split()) for line in re.sub(r"<[^<>]{0,200}>", " ", unescape(value)).splitlines())
    return "\n\n".join(line for line in lines if line).encode("utf-8", "replace").decode() or None


def _name(value: object) -> str | None:
    if isinstance(value, list):
        return _name(value[0]) if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _names(value: object) -> str | None:
    """Authors' names joined by commas; an author given as an address is left out."""
    many = value if isinstance(value, list) else [value]
    return ", ".join(n for n in (_person(_name(v)) for v in many[:20] if not isinstance(v, list)) if n) or None


def _person(name: str | None) -> str | None:
    return None if name is None or re.match(r"https?:|/|www\.", name) else name


@lru_cache(maxsize=1)
def _names_of_meta() -> dict[str, list[str]]:
    page = tomllib.loads(resources.files("dateline.intake").joinpath("page.toml").read_text("utf-8"))
    meta: dict[str, list[str]] = page["meta"]
    return meta
