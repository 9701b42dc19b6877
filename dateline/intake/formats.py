"""What kind of file the bytes are: told by their first bytes, never by the name alone."""

from __future__ import annotations

import re
from typing import Literal

from dateline.errors import IntakeError

Format = Literal["text", "html"]

_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "a ZIP archive (or a Word, Excel or OpenDocument file)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"ID3", "an MP3 file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"WARC/", "a web archive (WARC)"),
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p)\b", re.I | re.S
)
_TAGS = re.compile(r"<(?:html|head|body|article|div|p|h1|br|span)\b[^<>]*>", re.I)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HTML_NAMES = (".html", ".htm", ".xhtml")


def refuse_signature(data: bytes) -> None:
    """Raises `IntakeError` (no file name) for a file whose first bytes say it is not text."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise IntakeError(f"unsupported format: {name}; text and HTML are read")


def format_of(text: str, path: str | None) -> Format:
    """Text or HTML; raises `IntakeError` (no file name) for binary, XML and JSON."""
    head = text[:20_000]
    if len(_CONTROLS.findall(head)) > len(head) / 100:
        raise IntakeError("binary, not text")
    named = (path or "").lower().endswith(_HTML_NAMES)
    if _HTML.match(head) or len(_TAGS.findall(head)) >= (1 if named else 5):
        return "html"
    _refuse_data(head)
    return "text"


def _refuse_data(head: str) -> None:
    start = head.lstrip()
    if start.startswith("<?xml"):
        raise IntakeError("unsupported format: XML; text and HTML are read")
    if re.match(r'\{\s*"[^"\n]*"\s*:|\[\s*\{\s*"', start):
        raise IntakeError("unsupported format: JSON; text and HTML are read")
