"""Weights that are missing or do not fit are named, not a crash."""

from pathlib import Path

import numpy as np
import pytest

from dateline.errors import WeightsError
from dateline.read import labels, network
from dateline.read.network import split


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"first\.onnx"):
        network._session(tmp_path / "first.onnx", 1)


def test_a_file_that_is_no_graph_is_named(tmp_path: Path) -> None:
    (tmp_path / "first.onnx").write_bytes(b"not a graph")
    with pytest.raises(WeightsError, match=r"first\.onnx"):
        network._session(tmp_path / "first.onnx", 1)


def test_a_graph_of_another_shape_is_refused(tmp_path: Path) -> None:
    shipped = Path(network.__file__).parent / "weights/second.onnx"
    (tmp_path / "first.onnx").write_bytes(shipped.read_bytes())
    with pytest.raises(WeightsError, match="another version"):
        network._session(tmp_path / "first.onnx", 1)


def test_heads_come_apart_as_they_were_put_together() -> None:
    wide = np.arange(44, dtype=np.float32)[None]
    heads = split(wide, labels.WORD_HEADS)
    assert {name: head.shape[-1] for name, head in heads.items()} == labels.WORD_HEADS
    assert np.concatenate(list(heads.values()), -1).tolist() == wide.tolist()
