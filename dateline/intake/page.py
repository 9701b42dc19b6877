"""A page's visible text as blocks, each with the part it plays where the page's own markup tells."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

from lxml import etree

from dateline.model import ZoneKind

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_MOST = 0.4
_NAMES_READ = 400
_OUTSIDE = "outside the article"
_Part = tuple[ZoneKind | None, str | None]


class Block(NamedTuple):
    """A paragraph, heading, list item or row; `kind` None where the page does not say what it is."""

    text: str
    kind: ZoneKind | None
    why: str | None = None


def blocks_of(root: etree._Element) -> tuple[Block, ...]:
    """The blocks in reading order; scripts, styles and hidden elements are left out, all other text is kept."""
    weights = _weights(root)
    main = _main(root, weights)
    writer = _Writer(main, weights, weights.get(root, 0))
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            writer.leave(element)
        elif not writer.enter(element):
            walk.skip_subtree()
    return _settled(writer.finish())


class _Writer:
    """Collects text into blocks while the tree is walked; never recurses, so depth does not matter."""

    def __init__(self, main: etree._Element | None, weights: dict[etree._Element, int], total: int) -> None:
        self.main, self.weights, self.total = main, weights, total
        outermost: _Part = (None, None) if main is None else ("boilerplate", _OUTSIDE)
        self.parts: list[_Part] = [outermost]
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.length = self.linked = self.links = 0

    def enter(self, element: etree._Element) -> bool:
        """Starts an element; False when it is not shown."""
        if _dropped(element):
            self.parts.append(self.parts[-1])
            return False
        self._break(element)
        self.parts.append(self._part(element))
        self.links += element.tag == "a"
        self._write(element.text)
        return True

    def leave(self, element: etree._Element) -> None:
        """Ends an element and writes what follows it."""
        dropped = _dropped(element)
        if not dropped:
            self._break(element)
            self.links -= element.tag == "a"
        self.parts.pop()
        self._write(element.tail)

    def finish(self) -> list[Block]:
        self._flush()
        return self.blocks

    def _part(self, element: etree._Element) -> _Part:
        if element is self.main:
            return None, None
        kind, why = _told(element)
        if kind == "boilerplate" and self.weights.get(element, 0) > self.total * _MOST:
            kind, why = None, None
        outer = self.parts[-1]
        inside = outer[0] is None or outer[1] == _OUTSIDE
        return (kind, why) if kind and inside else outer

    def _break(self, element: etree._Element) -> None:
        if element.tag == "br":
            self.pieces.append("\v")
        elif element.tag in ("td", "th"):
            self.pieces.append(" ")
        elif element.tag in _words("blocks", "tags"):
            self._flush()

    def _write(self, text: str | None) -> None:
        if not text:
            return
        visible = len(text.strip())
        self.length += visible
        self.linked += visible if self.links else 0
        self.pieces.append(text.replace("\v", " "))

    def _flush(self) -> None:
        """The pieces so far as one block, white space as a browser shows it."""
        lines = (" ".join(line.split()) for line in "".join(self.pieces).split("\v"))
        text = "\n".join(line for line in lines if line)
        kind, why = self.parts[-1]
        if text and kind is None and self.linked > 0.8 * self.length and not _SENTENCE_END.search(text):
            kind, why = "boilerplate", "links only"
        if text:
            self.blocks.append(Block(text, kind, why))
        self.pieces, self.length, self.linked = [], 0, 0


def _settled(blocks: list[Block]) -> tuple[Block, ...]:
    """One headline and the bylines before it or soon after; later ones are side matter."""
    first = next((n for n, b in enumerate(blocks) if b.kind == "headline"), None)
    return tuple(
        Block(b.text, "boilerplate", "a second headline") if b.kind == "headline" and n != first else b
        for n, b in enumerate(blocks)
    )


def _told(element: etree._Element) -> _Part:
    """The part an element plays by its tag, role, class or id."""
    tag = str(element.tag)
    if tag == "h1":
        return "headline", "h1"
    if tag in ("html", "body", "article", "main"):
        return None, None
    if tag in _words("boilerplate", "tags"):
        return "boilerplate", f"<{tag}>"
    role = (element.get("role") or "").lower()
    if role in _words("boilerplate", "roles"):
        return "boilerplate", f"role {role}"
    return _told_by_name(element)


def _told_by_name(element: etree._Element) -> _Part:
    names = " ".join(element.get(key, "")[:_NAMES_READ] for key in ("class", "id", "itemprop", "rel"))
    words = {word.lower() for word in _NAME_PART.findall(names)}
    if found := words & _words("boilerplate", "names"):
        return "boilerplate", f"class {min(found)}"
    if (found := words & _words("byline", "names")) and element.tag not in ("body", "section"):
        return "byline", f"class {min(found)}"
    return None, None


def _dropped(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _words("drop", "tags"):
        return True
    hidden = element.get("hidden") is not None or (element.get("aria-hidden") or "").lower() == "true"
    return hidden or bool(_HIDDEN.search((element.get("style") or "")[:1000]))


def _weights(root: etree._Element) -> dict[etree._Element, int]:
    """Characters of shown text outside links, under each element that holds any."""
    weights: dict[etree._Element, int] = {}
    open_: list[int] = [0]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        dropped = _dropped(element)
        if event == "start":
            open_.append(0 if dropped or element.tag == "a" else len((element.text or "").strip()))
            if dropped:
                walk.skip_subtree()
            continue
        held = open_.pop()
        weight = 0 if element.tag == "a" else held
        if weight:
            weights[element] = weight
        open_[-1] += weight + len((element.tail or "").strip())
    return weights


def _main(root: etree._Element, weights: dict[etree._Element, int]) -> etree._Element | None:
    """The element that holds the report, if the page names one and it holds a good part of the text."""
    total = weights.get(root, 0)
    for path in _page()["main"]["paths"]:
        best = max(root.xpath(path), key=lambda e: weights.get(e, 0), default=None)
        if best is not None and weights.get(best, 0) >= total * _MOST and weights.get(best, 0) > 0:
            return best
    return None


@lru_cache(maxsize=1)
def _page() -> dict[str, Any]:
    return tomllib.loads(resources.files("dateline.intake").joinpath("page.toml").read_text("utf-8"))


@lru_cache(maxsize=32)
def _words(part: str, key: str) -> frozenset[str]:
    return frozenset(_page()[part][key].split())
