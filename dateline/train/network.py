"""The reader's network in PyTorch: a BERT encoder with word-level heads, and a small second stage asked once per anchor.

Stage one reads a pack of consecutive sentences (word pieces, how words are written, lexicon hints) and labels every word.
Stage two takes the words of one sentence as stage one's fourth layer left them, marks one anchor (a trigger, a cue), takes them
through the last two layers again, in copies of its own, and says which words play which part for it, and what the
anchor is. Attention is written out as matmul-softmax-matmul: it exports cleanly.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from dateline.read import labels

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
SHARED, NEAR, ARC = 4, 24, 160


class Dropout(nn.Module):
    """Dropout with one mask for all words of a row (Gal and Ghahramani 2016): as good here, far cheaper to draw."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.rate == 0:
            return x
        kept = torch.rand(x.shape[0], *[1] * (x.dim() - 2), x.shape[-1], device=x.device) >= self.rate
        return x * (kept.to(x.dtype) / (1 - self.rate))


class Layer(nn.Module):
    """One post-norm transformer layer; `mask` is additive, [batch, 1, 1, length]."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (width // self.heads) ** -0.5 + mask
        mixed = (torch.softmax(scores, -1) @ v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.drop(self.out(mixed)))
        left: Tensor = self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))
        return left


class Encoder(nn.Module):
    """Stage one's body: pieces [B, P], shapes [B, P], lexicon rows [B, P], word starts [B, W] -> words after the
    shared layers and after the last, both [B, W, 384]."""

    lexicon: Tensor

    def __init__(self, vocabulary: int, lexicon: Tensor, dropout: float = 0.05) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(labels.SHAPES + 1, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, dropout) for _ in range(LAYERS))
        self.register_buffer("lexicon", lexicon)
        self.hints = nn.Linear(lexicon.shape[1], WIDTH, bias=False)
        self.drop = Dropout(dropout)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.hints.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, hints: Tensor, starts: Tensor) -> tuple[Tensor, Tensor]:
        mask = (pieces == 0)[:, None, None, :].to(self.positions.weight.dtype) * -1e4
        at = torch.arange(pieces.shape[1], device=pieces.device)
        known = nn.functional.embedding(hints, self.hints(self.lexicon))
        x = self.norm(self.words(pieces) + self.positions(at) + self.shapes(shapes) + known)
        x = self.drop(x)
        at_words = starts[:, :, None].expand(-1, -1, WIDTH)
        shared = x
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, mask)
            shared = x if number == SHARED else shared
        return torch.gather(shared, 1, at_words), torch.gather(x, 1, at_words)


class Syntax(nn.Module):
    """Which word each word hangs on, as probabilities; treebanks teach it, stage two passes messages along it."""

    def __init__(self) -> None:
        super().__init__()
        self.dependent, self.head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)

    def scores(self, words: Tensor) -> Tensor:
        """[..., L, L]: how well word j fits as the head of word i (itself: the root)."""
        scores: Tensor = self.dependent(words) @ self.head(words).transpose(-1, -2)
        return scores

    def forward(self, words: Tensor, mask: Tensor) -> Tensor:
        return torch.softmax(self.scores(words) + mask, -1)


class Second(nn.Module):
    """Stage two: words [N, L, 384], distance to the anchor [N, L] (0..2*NEAR), anchor kind [N], padding mask [N, L]."""

    def __init__(self, dropout: float = 0.05) -> None:
        super().__init__()
        self.kinds = nn.Embedding(len(labels.ANCHORS), WIDTH)
        self.mark = nn.Embedding(len(labels.ANCHORS), WIDTH)
        self.distance = nn.Embedding(2 * NEAR + 1, WIDTH)
        self.syntax = Syntax()
        self.up, self.down = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.pair, self.hub = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, dropout) for _ in range(LAYERS - SHARED))
        self.drop = Dropout(0.1)
        self.roles = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in labels.ROLE_HEADS.items()})
        self.anchors = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in labels.ANCHOR_HEADS.items()})
        for table, spread in ((self.kinds, 0.02), (self.mark, 0.4), (self.distance, 0.05)):
            nn.init.normal_(table.weight, std=spread)
        for linear in (self.up, self.down, self.hub):
            nn.init.zeros_(linear.weight)
            nn.init.zeros_(linear.bias)

    def forward(
        self, words: Tensor, distance: Tensor, kind: Tensor, present: Tensor
    ) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
        mask = (~present.bool())[:, None, None, :].to(words.dtype) * -1e4
        return self.answer(self.hang(words, mask[:, 0]), distance, kind, present, mask)

    def hang(self, words: Tensor, mask: Tensor) -> Tensor:
        """Words with messages from their heads and dependents; the same whatever is asked, so reading does it once."""
        arcs = self.syntax(words, mask)
        hung: Tensor = words + self.up(arcs @ words) + self.down(arcs.transpose(-1, -2) @ words)
        return hung

    def answer(
        self, words: Tensor, distance: Tensor, kind: Tensor, present: Tensor, mask: Tensor
    ) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
        """Role heads by word and heads of the anchor, for words that `hang` has seen."""
        there = present.to(words.dtype)[:, :, None]
        marked = (distance == NEAR).to(words.dtype)[:, :, None] * there
        x = (words + self.distance(distance) + self.kinds(kind)[:, None] + marked * self.mark(kind)[:, None]) * there
        for layer in self.layers:
            x = layer(x, mask)
        x = self.drop(x)
        at = (x * marked).sum(1) / marked.sum(1).clamp(min=1)
        x = x + self.pair(x) * self.hub(at)[:, None]
        return {n: head(x) for n, head in self.roles.items()}, {n: head(at) for n, head in self.anchors.items()}


class Reader(nn.Module):
    """Both stages with the heads of stage one; `names`, `upos`, `factual` only help training and are not exported."""

    def __init__(self, vocabulary: int, lexicon: Tensor) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, lexicon)
        self.second = Second()
        self.drop = Dropout(0.1)
        self.word_heads = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in labels.WORD_HEADS.items()})
        self.names = nn.Linear(WIDTH, len(labels.NAMES) + 1)
        self.upos = nn.Linear(WIDTH, len(labels.UPOS))
        self.factual = nn.Linear(WIDTH, 1)
