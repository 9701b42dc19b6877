"""Words from outside, made safe to print."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]+"
)


def plain(words: object) -> str:
    """The words on one line, without control characters, direction marks and other invisible signs.

    Nothing a report or a file name holds can then move the cursor, colour, or reorder what is shown.
    """
    return " ".join(_UNSEEN.sub(" ", str(words)).split())
