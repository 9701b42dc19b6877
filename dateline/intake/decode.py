"""Bytes to text: byte-order marks, then UTF-8, then what the file declares, then what fits best."""

from __future__ import annotations

import codecs
import re

from dateline.errors import IntakeError
from dateline.model import Note

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_CANDIDATES = [
    "cp1252", "mac_roman", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp874", "gb18030",
    "big5", "shift_jis", "euc_jp", "euc_kr",
]
_MOJIBAKE = re.compile("â€[œ\x9d™˜“”¢\x94\x93]|Ã[©¨¡³¼±§¶¤´\xad]|Ø§Ù|Ð¾Ð|Â[ «»£©®°]|ï»¿")
_ENGLISH_SHARE = 0.05
_TRUSTED = ("cp", "iso8859", "koi8", "mac", "gb", "big5", "euc", "shift_jis", "tis")


def decode(data: bytes) -> tuple[str, tuple[Note, ...]]:
    """The text, every character kept, and notes on how it was decoded; `IntakeError` (no file name) if nothing fits."""
    text, notes = _decoded(data)
    return text, (*notes, *_mojibake(text))


def _decoded(data: bytes) -> tuple[str, tuple[Note, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding)
    wide = _wide(data)
    if wide:
        return _replacing(data, wide)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _not_utf8(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly all zero bytes on one side (Latin letters), nearly none on the other."""
    head = data[:4096]
    half = len(head) // 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    if half < 4 or max(even, odd) < half * 0.6 or min(even, odd) > half * 0.05:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _not_utf8(data: bytes) -> tuple[str, tuple[Note, ...]]:
    text, notes = _replacing(data, "utf-8")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    good = sum(1 for c in text if c > "\x7f") - bad
    if good > 10 * bad:
        return text, notes
    encoding = _declared(data) or _fitting(data)
    text, notes = _replacing(data, encoding)
    return text, (*notes, Note("encoding-guessed", f"not UTF-8; read as {encoding}"))


def _replacing(data: bytes, encoding: str) -> tuple[str, tuple[Note, ...]]:
    """Decoded; bytes that do not fit become U+FFFD and are counted in a note."""
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        lost = text.count("\N{REPLACEMENT CHARACTER}")
        return text, (Note("bytes-unreadable", f"{lost} places do not decode as {encoding}; shown as U+FFFD"),)


def _declared(data: bytes) -> str | None:
    """The encoding a page declares, if Python knows it, it is a text encoding, and the bytes follow it."""
    found = _DECLARED.search(data[:4096])
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name if found else None
        if name is None or not name.startswith(_TRUSTED):
            return None
        data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return name


def _fitting(data: bytes) -> str:
    """Mostly ASCII is Windows-1252 where that decodes (as browsers assume); otherwise the best of the usual ones."""
    high = sum(1 for byte in data[:100_000] if byte > 0x7F)
    if high <= len(data[:100_000]) * _ENGLISH_SHARE and _decodes(data, "cp1252"):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:20_000], cp_isolation=_CANDIDATES, steps=3).best()
    if best is None:
        raise IntakeError("unreadable: binary, or in no known text encoding")
    return best.encoding


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _mojibake(text: str) -> tuple[Note, ...]:
    found = _MOJIBAKE.findall(text)
    if not found:
        return ()
    message = f"{len(found)} garbled sequences such as {found[0]!r}: the text was wrongly decoded before; kept as it is"
    return (Note("mojibake", message),)
