"""Time of each loss, forward and backward, as a ratio to PyTorch's cross entropy; and its peak memory.

Usage: python bench/losses.py [--shape N,C,H,W] [--threads T] [--device D] [--rounds R] [loss text ...]

Each round runs all losses, and compares each with the cross entropy of the same round, so that a busy
machine slows all alike; the median over the rounds is printed. Memory is measured in addition to the logits
and the target, in a separate process. Freed memory stays in the process, as in the engine, for the
reference too.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import torch
from torch import Tensor
from torch.nn import functional

from core.allocator import keep_freed_memory
from core.contract.catalog.losses import LOSSES
from core.losses import build_loss

IGNORE_INDEX = 255
REFERENCE = "torch cross entropy"
TEXTS = (*(name for name in LOSSES if name != "lovasz_hinge"), "lmp(p=1)", "lovasz(scope=image)")

Loss = Callable[[Tensor, Tensor], Tensor]


def main() -> None:
    """Print one line per loss."""
    settings = read_arguments()
    keep_freed_memory()
    torch.set_num_threads(settings.threads)
    if settings.peak:
        print(peak_mebibytes(settings.peak, settings))
        return
    names = [REFERENCE, *(settings.losses or TEXTS)]
    seconds = measure({name: make_loss(name, settings.shape[1]) for name in names}, settings)
    print(
        f"{settings.shape}, {settings.device}, {settings.threads} threads, {settings.rounds} rounds, {busy()}"
    )
    for name, (duration, ratio) in seconds.items():
        memory = peak_in_a_process(name, settings)
        print(f"{name:24s} {1000 * duration:8.1f} ms {ratio:6.2f} x {memory:7.0f} MiB", flush=True)


def read_arguments() -> argparse.Namespace:
    """What to measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("losses", nargs="*", metavar="loss text")
    parser.add_argument("--shape", default="8,6,512,512", type=lambda text: tuple(map(int, text.split(","))))
    parser.add_argument("--threads", default=2, type=int)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--rounds", default=15, type=int)
    parser.add_argument("--peak", help=argparse.SUPPRESS)
    return parser.parse_args()


def busy() -> str:
    """The load of the machine: with every core busy, ratios of two threads mean little."""
    return f"load {os.getloadavg()[0]:.1f} of {os.cpu_count()} cores" if hasattr(os, "getloadavg") else ""


def make_loss(name: str, classes: int) -> Loss:
    """The loss of a text, or the reference."""
    if name == REFERENCE:
        return lambda logits, target: functional.cross_entropy(logits, target, ignore_index=IGNORE_INDEX)
    return build_loss(name, classes, IGNORE_INDEX, class_priors=[1 / classes] * classes)


def make_batch(settings: argparse.Namespace) -> tuple[Tensor, Tensor]:
    """Random logits and labels; an eighth of the pixels is ignored."""
    shape = settings.shape
    generator = torch.Generator().manual_seed(0)
    logits = torch.randn(shape, generator=generator).mul_(3)
    target = torch.randint(shape[1], (shape[0], *shape[2:]), generator=generator)
    target[:, : shape[2] // 8] = IGNORE_INDEX
    return logits.to(settings.device).requires_grad_(), target.to(settings.device)


def measure(losses: dict[str, Loss], settings: argparse.Namespace) -> dict[str, tuple[float, float]]:
    """Median seconds of each loss, and median ratio to the reference."""
    batch = make_batch(settings)
    for loss in losses.values():
        seconds_of(loss.to(settings.device) if isinstance(loss, torch.nn.Module) else loss, batch)
    rounds = list(run_rounds(losses, batch, settings.rounds))
    return {
        name: (
            statistics.median(seconds[name] for seconds in rounds),
            statistics.median(seconds[name] / seconds[REFERENCE] for seconds in rounds),
        )
        for name in losses
    }


def run_rounds(
    losses: dict[str, Loss], batch: tuple[Tensor, Tensor], rounds: int
) -> Iterator[dict[str, float]]:
    """Seconds of each loss, round by round."""
    for _ in range(rounds):
        yield {name: seconds_of(loss, batch) for name, loss in losses.items()}


def seconds_of(loss: Loss, batch: tuple[Tensor, Tensor]) -> float:
    """One pass forward and backward."""
    start = time.perf_counter()
    torch.autograd.grad(loss(*batch), batch[0])
    if batch[0].is_cuda:
        torch.cuda.synchronize()
    return time.perf_counter() - start


def peak_in_a_process(name: str, settings: argparse.Namespace) -> float:
    """Peak memory of one loss; a process has only one peak."""
    shape = ",".join(map(str, settings.shape))
    options = [
        "--peak",
        name,
        "--shape",
        shape,
        "--threads",
        str(settings.threads),
        "--device",
        settings.device,
    ]
    command = [sys.executable, __file__, *options]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - itself
    return float(done.stdout)


def peak_mebibytes(name: str, settings: argparse.Namespace) -> float:
    """Memory in addition to the batch, after a pass over a tiny one that loads libraries and kernels."""
    loss = make_loss(name, settings.shape[1])
    tiny = argparse.Namespace(**{**vars(settings), "shape": (1, settings.shape[1], 8, 8)})
    if isinstance(loss, torch.nn.Module):
        loss.to(settings.device)
    seconds_of(loss, make_batch(tiny))
    batch = make_batch(settings)
    before = peak_bytes(batch[0])
    seconds_of(loss, batch)
    return (peak_bytes(batch[0]) - before) / 2**20


def peak_bytes(logits: Tensor) -> int:
    """Peak memory so far, of the graphics card or of the process (known on Linux only)."""
    if logits.is_cuda:
        return torch.cuda.max_memory_allocated()
    status = Path("/proc/self/status")  # unlike getrusage, it does not count what the parent had
    lines = status.read_text().splitlines() if status.is_file() else []
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    main()
