"""The shipped network: two ONNX graphs and the numbers that go in and come out of them."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from dateline.errors import WeightsError

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
NEAR = 24
"""Distances to the marked words are told apart up to this many words."""


class Packs(NamedTuple):
    """Stage one's input, one pack: pieces, shapes [1, P]; the lexicon's lists that hint at a kind, 1 or 0 [1, P, lists]; the
    piece each word starts at and the number of its sentence [1, W]."""

    pieces: Ints
    shapes: Ints
    hints: Floats
    starts: Ints
    homes: Ints


class Asked(NamedTuple):
    """Stage two's input: word states [N, L, 384], distances [N, L], kinds of anchor [N], present words [N, L]."""

    words: Floats
    distance: Ints
    kind: Ints
    present: Floats


class Network(Protocol):
    """Both stages; heads come side by side in the order of `labels`, as logits."""

    def first(self, packs: Packs) -> tuple[Floats, Floats]:
        """Word states [1, W, 384] and word heads [1, W, 44]."""

    def second(self, asked: Asked) -> tuple[Floats, Floats]:
        """Role heads [N, L, 15] and anchor heads [N, 67]."""


def split(logits: Floats, heads: dict[str, int]) -> dict[str, Floats]:
    """The heads apart again."""
    found, at = {}, 0
    for name, size in heads.items():
        found[name] = logits[..., at : at + size]
        at += size
    return found


class OnnxNetwork:
    """The shipped weights in onnxruntime."""

    def __init__(self, first: Any, second: Any) -> None:
        self._first, self._second = first, second

    def first(self, packs: Packs) -> tuple[Floats, Floats]:
        states, heads = self._first.run(None, packs._asdict())
        return states, heads

    def second(self, asked: Asked) -> tuple[Floats, Floats]:
        roles, anchors = self._second.run(None, asked._asdict())
        return roles, anchors


@lru_cache(maxsize=4)
def shipped(threads: int = 0) -> OnnxNetwork:
    """The network of this version; `threads` 0 lets the runtime take all cores."""
    folder = Path(str(resources.files("dateline.read"))) / "weights"
    return OnnxNetwork(_session(folder / "first.onnx", threads), _session(folder / "second.onnx", threads))


def _session(path: Path, threads: int) -> Any:
    import onnxruntime as ort

    if not path.is_file():
        raise WeightsError(f"{path.name}: the reader's weights are missing; reinstall, or build them with `dateline train`")
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    try:
        session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as fault:
        raise WeightsError(f"{path.name}: not a graph this runtime can load ({type(fault).__name__})") from fault
    expected = (Packs if path.stem == "first" else Asked)._fields
    if {i.name for i in session.get_inputs()} != set(expected):
        raise WeightsError(f"{path.name}: these weights are of another version; reinstall, or build them with `dateline train`")
    return session
