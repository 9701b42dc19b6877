"""HTML: the page's visible text, its parts marked, its own metadata taken."""

from __future__ import annotations

from hashlib import sha256

from lxml import etree

from dateline.errors import IntakeError
from dateline.intake.metadata import Metadata, metadata_of
from dateline.intake.page import Block, blocks_of
from dateline.model import Note, Report, Span, Zone

_BODY_AT_LEAST = 200


def take_html(markup: str) -> tuple[Report, tuple[Note, ...]]:
    """The report as paragraphs separated by blank lines; `IntakeError` (no file name) when the page holds no text."""
    root = _tree(markup)
    said, notes = metadata_of(root)
    blocks = blocks_of(root)
    if said.body and sum(len(b.text) for b in blocks if b.kind != "boilerplate") < _BODY_AT_LEAST < len(said.body):
        blocks = (*blocks, Block(said.body, None))
        notes = (*notes, Note("text-from-metadata", "the page shows no article; its text is taken from its JSON-LD"))
    if not blocks:
        raise IntakeError("empty: the page shows no text")
    return _report(said, blocks), notes


def _tree(markup: str) -> etree._Element:
    """The parsed page, whatever its faults, except a nesting no page has."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    data = markup.replace("\x00", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        raise IntakeError(f"unreadable HTML: {' '.join(str(fault).split())[:120]}") from fault
    if root is None:
        raise IntakeError("empty: the page shows no text")
    if any("depth" in entry.message for entry in parser.error_log if entry.level_name == "FATAL"):
        raise IntakeError("unreadable HTML: elements nested too deeply")
    return root


def _report(said: Metadata, blocks: tuple[Block, ...]) -> Report:
    text, zones = _joined(blocks)
    headline = next((b.text for b in blocks if b.kind == "headline"), None)
    return Report(
        id=sha256(text.encode("utf-8")).hexdigest(),
        text=text,
        title=said.title or headline or said.window_title,
        outlet=said.outlet,
        url=said.url,
        byline=said.byline or next((b.text for b in blocks if b.kind == "byline"), None),
        published=said.published,
        zones=zones,
    )


def _joined(blocks: tuple[Block, ...]) -> tuple[str, tuple[Zone, ...]]:
    """Blocks joined by blank lines; a zone for each block whose part the page itself tells."""
    zones: list[Zone] = []
    at = 0
    for block in blocks:
        if block.kind is not None:
            zones.append(Zone(block.kind, Span(at, at + len(block.text)), why=block.why))
        at += len(block.text) + 2
    return "\n\n".join(block.text for block in blocks), tuple(zones)
