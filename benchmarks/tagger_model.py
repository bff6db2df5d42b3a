"""The network behind the attribution tagger: MiniLM's encoder, a layer of tags, a tag sequence.

Used by `benchmarks.train_attribution` alone; what ships is its ONNX form, which
`rashomon/read/voices/tagger.py` runs.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

__all__ = ["EXITS", "TAGS", "Frozen", "Network"]

WIDTH, INNER, HEADS, POSITIONS = 384, 1536, 12, 512  # MiniLM-L6-H384
TAGS = 13  # outside; first, inner, last and only word of source, cue and content
EXITS = (4, 6)  # layers after which tags are read off; the first is shipped
_DROPPED = 0.1
_NEVER = -1e4
_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "after": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "last": "output.LayerNorm",
}


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self) -> None:
        """Make it without trained weights."""
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.after, self.last = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Attend where `bias` is 0, then think."""
        lines, words = x.shape[0], x.shape[1]

        def heads(y: Tensor) -> Tensor:
            return y.view(lines, words, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = heads(self.query(x)) @ heads(self.key(x)).transpose(2, 3)
        weights = torch.softmax(scores * (WIDTH // HEADS) ** -0.5 + bias, -1)
        seen = (weights @ heads(self.value(x))).transpose(1, 2).reshape(lines, words, WIDTH)
        x = self.after(x + self._dropped(self.out(seen)))
        return self.last(x + self._dropped(self.down(functional.gelu(self.up(x)))))

    def _dropped(self, x: Tensor) -> Tensor:
        return functional.dropout(x, _DROPPED, self.training)


class Network(nn.Module):
    """The encoder with tags read off after each of `EXITS`."""

    def __init__(self, vocabulary: int) -> None:
        """Make it for a vocabulary of that many pieces; piece 0 is filler."""
        super().__init__()
        self.word, self.place = nn.Embedding(vocabulary, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(max(EXITS)))
        self.heads = nn.ModuleDict({str(at): nn.Linear(WIDTH, TAGS) for at in EXITS})
        self.chains = nn.ModuleDict({str(at): Chain() for at in EXITS})

    def forward(self, pieces: Tensor) -> dict[int, Tensor]:
        """Return the scores of every piece's tags, for each exit."""
        bias = (1 - (pieces != 0)[:, None, None, :].float()) * _NEVER
        x = self.norm(self.word(pieces) + self.place.weight[: pieces.shape[1]])
        x = functional.dropout(x, _DROPPED, self.training)
        scores = {}
        for at, layer in enumerate(self.layers, start=1):
            x = layer(x, bias)
            if at in EXITS:
                scores[at] = self.heads[str(at)](functional.dropout(x, _DROPPED, self.training))
        return scores

    def begin_from(self, weights: Path) -> None:
        """Take the encoder's weights from a safetensors file."""
        given = {name.removeprefix("bert."): each for name, each in _tensors(weights).items()}
        taken = {
            "word.weight": given["embeddings.word_embeddings.weight"],
            "place.weight": given["embeddings.position_embeddings.weight"]
            + given["embeddings.token_type_embeddings.weight"][0],
        }
        for part in ("weight", "bias"):
            taken[f"norm.{part}"] = given[f"embeddings.LayerNorm.{part}"]
            for at in range(max(EXITS)):
                for ours, theirs in _NAMES.items():
                    name = f"encoder.layer.{at}.{theirs}.{part}"
                    taken[f"layers.{at}.{ours}.{part}"] = given[name]
        unused = self.load_state_dict(taken, strict=False).unexpected_keys
        if unused:
            msg = f"weights without a place: {unused}"
            raise ValueError(msg)


class Chain(nn.Module):
    """A linear-chain conditional random field over the tags."""

    def __init__(self) -> None:
        """Start with all moves that can be alike."""
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.first = nn.Parameter(torch.zeros(TAGS))
        self.last = nn.Parameter(torch.zeros(TAGS))
        parts = [(-1, "out") if not tag else (*divmod(tag - 1, 4),) for tag in range(TAGS)]
        inside = [part in {0, 1} for _, part in parts]
        begins = [part in {"out", 0, 3} for _, part in parts]
        can = [
            [
                (parts[b][0] == parts[a][0] and parts[b][1] in {1, 2}) if inside[a] else begins[b]
                for b in range(TAGS)
            ]
            for a in range(TAGS)
        ]
        self.register_buffer("barred", _bars(can))
        self.register_buffer("barred_first", _bars(begins))
        self.register_buffer("barred_last", _bars([not each for each in inside]))

    def costs(self) -> tuple[Tensor, Tensor, Tensor]:
        """Return the scores of moves, of beginning and of ending, what cannot be barred."""
        return (
            self.moves + self.barred,
            self.first + self.barred_first,
            self.last + self.barred_last,
        )

    def forward(self, scores: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Return the negative logarithm of each line's tags' probability."""
        moves, first, last = self.costs()
        within = torch.arange(scores.shape[1])[None] < lengths[:, None]
        own = (scores.gather(2, tags[..., None])[..., 0] * within).sum(1)
        ends = tags.gather(1, lengths[:, None] - 1)[:, 0]
        own = own + first[tags[:, 0]] + last[ends]
        own = own + (moves[tags[:, :-1], tags[:, 1:]] * within[:, 1:]).sum(1)
        weights, ways = first + scores[:, 0], moves.exp()
        for at in range(1, scores.shape[1]):
            top = weights.max(1, keepdim=True).values
            on = ((weights - top).exp() @ ways).clamp_min(1e-30).log() + top + scores[:, at]
            weights = torch.where(within[:, at, None], on, weights)
        return torch.logsumexp(weights + last, 1) - own


class Frozen(nn.Module):
    """The network up to one exit, as it is shipped."""

    def __init__(self, network: Network, at: int) -> None:
        """Take the layers that are needed."""
        super().__init__()
        self.network, self.at = network, at

    def forward(self, pieces: Tensor) -> Tensor:
        """Return the scores of every piece's tags."""
        network = self.network
        bias = (1 - (pieces != 0)[:, None, None, :].float()) * _NEVER
        x = network.norm(network.word(pieces) + network.place.weight[: pieces.shape[1]])
        for layer in list(network.layers)[: self.at]:
            x = layer(x, bias)
        return network.heads[str(self.at)](x)


def _bars(can: object) -> Tensor:
    return torch.where(torch.tensor(can), 0.0, _NEVER)


def _tensors(path: Path) -> dict[str, Tensor]:
    """Read a safetensors file: the length of a JSON table of contents, it, and the numbers."""
    raw = path.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    table, body = json.loads(raw[8 : 8 + length]), raw[8 + length :]
    kinds = {"F32": np.float32, "F16": np.float16, "I64": np.int64}
    return {
        name: torch.from_numpy(
            np.frombuffer(body[slice(*each["data_offsets"])], dtype=kinds[each["dtype"]])
            .reshape(each["shape"])
            .copy()
        )
        for name, each in table.items()
        if name != "__metadata__"
    }
