"""Time of each loss, forward and backward, as a ratio to PyTorch's cross entropy.

Usage: python bench/losses.py [N,C,H,W] [device]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parents[1]))

from core.losses import build_loss

IGNORE_INDEX = 255
ROUNDS = 15


def main() -> None:
    """Print one line per loss."""
    shape = tuple(int(side) for side in sys.argv[1].split(",")) if len(sys.argv) > 1 else (8, 6, 256, 256)
    device = sys.argv[2] if len(sys.argv) > 2 else "cpu"
    generator = torch.Generator().manual_seed(0)
    logits = torch.randn(shape, generator=generator).mul(3).to(device).requires_grad_()
    target = torch.randint(shape[1], (shape[0], *shape[2:]), generator=generator)
    target[:, : shape[2] // 8] = IGNORE_INDEX
    target = target.to(device)
    weights = torch.linspace(0.5, 3, shape[1])

    losses = {"torch": lambda z, y: functional.cross_entropy(z, y, ignore_index=IGNORE_INDEX)}
    for text in ("ce", "focal(gamma=2)", "toppixel(k=50000)", "toppixel(ratio=0.1)"):
        losses[text] = build_loss(text, shape[1]).to(device)
        losses[f"{text} weighted"] = build_loss(text, shape[1], class_weights=weights).to(device)

    seconds = measure(losses, logits, target)
    for name, duration in seconds.items():
        print(f"{name:30s} {1000 * duration:8.1f} ms   {duration / seconds['torch']:5.2f} x")


def measure(
    losses: dict[str, Callable[[torch.Tensor, torch.Tensor], torch.Tensor]],
    logits: torch.Tensor,
    target: torch.Tensor,
) -> dict[str, float]:
    """Least seconds of each loss; taken in turns, so that a busy machine slows all alike."""
    times: dict[str, list[float]] = {name: [] for name in losses}
    for turn in range(ROUNDS + 1):
        for name, loss in losses.items():
            start = time.perf_counter()
            torch.autograd.grad(loss(logits, target), logits)
            if logits.is_cuda:
                torch.cuda.synchronize()
            if turn:  # the first turn warms up
                times[name].append(time.perf_counter() - start)
    return {name: min(durations) for name, durations in times.items()}


if __name__ == "__main__":
    main()
