"""PyTorch reader to the two shipped ONNX graphs, int8 for the big matrices, checked against PyTorch.

Two things are put differently in the graphs than in training, with the same result: attention is the runtime's fused operator,
and layer normalisation is spelled out (onnxruntime's own was measured four times slower than its parts).
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from dateline.read import labels
from dateline.read.network import Asked, Floats, Packs
from dateline.train.network import SHARED, WIDTH, Layer, Reader

BIG = ("layers.",)
"""Parts of the names of the matrices worth eight bits; heads and the like stay exact, which costs no time that shows."""


class _Attention(torch.autograd.Function):
    """Attention over all heads; exported as the runtime's own operator. `present` [batch, length] 1 or 0."""

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor, present: Tensor | None, heads: int) -> Tensor:
        batch, length, width = q.shape
        q, k, v = (x.view(batch, length, heads, -1).transpose(1, 2) for x in (q, k, v))
        scores = q @ k.transpose(-1, -2) * (width // heads) ** -0.5
        if present is not None:
            scores = scores + (1 - present[:, None, None, :].to(scores.dtype)) * -1e4
        return (torch.softmax(scores, -1) @ v).transpose(1, 2).reshape(batch, length, width)

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, present: Any, heads: int) -> Any:
        given = [q, k, v] if present is None or present.node().mustBeNone() else [q, k, v, g.op("prim::Constant"), present]
        if len(given) > 3:
            given[3].setType(torch._C.OptionalType.ofTensor())
        return g.op("com.microsoft::MultiHeadAttention", *given, num_heads_i=heads, mask_filter_value_f=-1e4).setType(q.type())


_attend: Callable[..., Tensor] = _Attention.apply


class _Norm(nn.Module):
    """Layer normalisation in parts that the runtime does not put together again."""

    def __init__(self, norm: nn.LayerNorm) -> None:
        super().__init__()
        self.weight, self.bias, self.eps = norm.weight, norm.bias, norm.eps

    def forward(self, x: Tensor) -> Tensor:
        centred = x - x.mean(-1, keepdim=True)
        scale = torch.reciprocal(torch.sqrt((centred * centred).sum(-1, keepdim=True) * (1 / x.shape[-1]) + self.eps))
        return centred * scale * self.weight + self.bias


class _Layer(nn.Module):
    """A layer as exported; see the module's first lines."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.inner, self.heads = layer, layer.heads
        self.norm1, self.norm2 = _Norm(layer.norm1), _Norm(layer.norm2)

    def forward(self, x: Tensor, present: Tensor | None) -> Tensor:
        q, k, v = self.inner.qkv(x).split(WIDTH, -1)
        mixed: Tensor = _attend(q, k, v, present, self.heads)
        x = self.norm1(x + self.inner.out(mixed))
        out: Tensor = self.norm2(x + self.inner.down(nn.functional.gelu(self.inner.up(x))))
        return out


class First(nn.Module):
    """Stage one as exported: one pack at a time, no padding; word states [1, W, 384], fit for stage two, and heads [1, W, 44].

    `hints` [1, P, lists]: 1 for the lexicon's lists a word stands in; `homes` [1, W]: the number of every word's sentence,
    dependency arcs stay inside one.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder, self.heads, self.second = reader.encoder, reader.word_heads, reader.second
        self.norm = _Norm(reader.encoder.norm)
        self.layers = nn.ModuleList(_Layer(layer) for layer in reader.encoder.layers if isinstance(layer, Layer))

    def forward(
        self, pieces: Tensor, shapes: Tensor, hints: Tensor, starts: Tensor, homes: Tensor
    ) -> tuple[Tensor, Tensor]:
        encoder = self.encoder
        at = torch.arange(pieces.shape[1])
        x = self.norm(encoder.words(pieces) + encoder.positions(at) + encoder.shapes(shapes) + encoder.hints(hints))
        shared = x
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, None)
            shared = x if number == SHARED else shared
        shared, words = shared[:, starts[0]], x[:, starts[0]]
        apart = (homes[:, :, None] != homes[:, None, :]).to(x.dtype) * -1e4
        return self.second.hang(shared, apart), torch.cat([self.heads[name](words) for name in labels.WORD_HEADS], -1)


class Second(nn.Module):
    """Stage two as exported."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.second = copy.copy(reader.second)
        self.second._modules = dict(reader.second._modules)
        self.second.layers = nn.ModuleList(_Masked(layer) for layer in reader.second.layers if isinstance(layer, Layer))

    def forward(self, words: Tensor, distance: Tensor, kind: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        mask = (1 - present)[:, None, None, :] * -1e4
        roles, own = self.second.answer(words, distance, kind, present, mask)
        return torch.cat([roles[n] for n in labels.ROLE_HEADS], -1), torch.cat([own[n] for n in labels.ANCHOR_HEADS], -1)


class _Masked(nn.Module):
    """A layer as exported, given the additive mask that training uses."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = _Layer(layer)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        out: Tensor = self.layer(x, (mask[:, 0, 0] > -1).to(torch.int32))
        return out


class TorchNetwork:
    """The same two calls straight from PyTorch: what the export is checked against, and tuned with."""

    def __init__(self, reader: Reader) -> None:
        reader.eval()
        with torch.no_grad():
            self._first, self._second = First(reader).eval(), Second(reader).eval()

    def first(self, packs: Packs) -> tuple[Floats, Floats]:
        with torch.no_grad():
            states, heads = self._first(*(torch.from_numpy(a) for a in packs))
        return states.numpy(), heads.numpy()

    def second(self, asked: Asked) -> tuple[Floats, Floats]:
        with torch.no_grad():
            roles, own = self._second(*(torch.from_numpy(a) for a in asked))
        return roles.numpy(), own.numpy()


def export(reader: Reader, folder: Path) -> None:
    """Writes `first.onnx` and `second.onnx` into `folder`, int8 per channel; RuntimeError when the graphs differ."""
    reader.eval()
    pieces, hinted = torch.ones(1, 9, dtype=torch.long), torch.ones(1, 9, reader.encoder.lexicon.shape[1])
    first = (pieces, pieces, hinted, torch.arange(1, 6)[None], torch.tensor([[0, 0, 1, 1, 1]]))
    whole = torch.ones(2, 5, dtype=torch.long)
    second = (torch.rand(2, 5, 384), whole, whole[:, 0], torch.ones(2, 5))
    with TemporaryDirectory() as raw, torch.no_grad():
        for name, module, example, inputs in (
            ("first", First(reader), first, ("pieces", "shapes", "hints", "starts", "homes")),
            ("second", Second(reader), second, ("words", "distance", "kind", "present")),
        ):
            plain = Path(raw) / f"{name}.onnx"
            axes = {i: _axes(i, e) for i, e in zip(inputs, example, strict=True)}
            torch.onnx.export(module.eval(), example, str(plain), input_names=list(inputs), output_names=["a", "b"],
                              dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
            _check(plain, module, example)
            _quantise(plain, folder / f"{name}.onnx")


def _axes(name: str, example: Tensor) -> dict[int, str]:
    """Which axes may be of any size: all but the width of word states and of hints."""
    free = 2 if name in ("words", "hints") else example.dim()
    return {n: f"{name}{n}" if n else "batch" for n in range(free)}


def _check(path: Path, module: nn.Module, example: tuple[Tensor, ...]) -> None:
    import onnxruntime as ort

    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    got = session.run(None, {i.name: e.numpy() for i, e in zip(session.get_inputs(), example, strict=True)})
    with torch.no_grad():
        want = module(*example)
    worst = max(float(np.abs(g - w.numpy()).max()) for g, w in zip(got, want, strict=True))
    if worst > 1e-3:
        raise RuntimeError(f"{path.name}: exported graph differs from PyTorch by {worst:.1e}")


def _quantise(source: Path, target: Path) -> None:
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    target.parent.mkdir(parents=True, exist_ok=True)
    graph = onnx.load(str(source)).graph
    products = [n.name for n in graph.node if n.op_type in ("MatMul", "Gemm")]
    small = [name for name in products if not any(part in name for part in BIG)]
    quantize_dynamic(str(source), str(target), per_channel=True, weight_type=QuantType.QInt8,
                     op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=small,
                     extra_options={"DefaultTensorType": 1})  # fmt: skip
