"""Attributions by the guidelines of the political-news corpus (PolNeAR): flat, wider than claims; for comparison only.

The shipped network carries a second cue head taught on that corpus; everything else is shared with the reading of claims.
"""

from __future__ import annotations

from dateline.model import Span
from dateline.read.draft import draft
from dateline.read.network import Network, shipped
from dateline.read.sentences import split_sentences


def attributions_polnear(text: str, network: Network | None = None) -> list[dict[str, list[Span]]]:
    """Every attribution as its `source`, `cue` and `content` spans, each list empty where there is none."""
    drafts = draft(network or shipped(), text, split_sentences(text), cue_head="cue_other")
    return [
        {
            "source": [claim.source] if claim.source else [],
            "cue": [claim.cue] if claim.cue else [],
            "content": list(claim.content),
        }
        for claim in drafts.claims
        if claim.cue
    ]
