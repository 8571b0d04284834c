"""Overlapping tiles become one map: class probabilities averaged with positive weights, strip by strip."""

from __future__ import annotations

import torch


def tile_weights(tile_size: int, overlap: int) -> torch.Tensor:
    """Weight of each pixel of a tile when overlapping tiles are averaged.

    Rises as a squared sine (Hann) over the overlap on each side and is 1 between. Samples lie at pixel
    centres, so that no weight is 0 and two neighbours' weights add up to 1.

    Args:
        tile_size: Side of a tile.
        overlap: Pixels shared with each neighbour, at most ``tile_size // 2``; 0 gives equal weights.

    Returns:
        float32 of shape (tile_size, tile_size), in (0, 1].
    """
    line = torch.ones(tile_size, dtype=torch.float64)
    if overlap:
        ramp = torch.sin((torch.arange(overlap) + 0.5) * torch.pi / (2 * overlap)) ** 2
        line[:overlap] = ramp
        line[tile_size - overlap :] = ramp.flip(0)
    return torch.outer(line, line).float()


class StripBlender:
    """Averages tiles and hands out rows as soon as no later tile can touch them.

    Holds only the rows of one tile, whatever the scene's height.

    Args:
        num_classes: Planes of the probabilities.
        width: Columns of the part of the scene that is blended.
        weights: From ``tile_weights``; its device is where the averaging happens.
    """

    def __init__(self, num_classes: int, width: int, weights: torch.Tensor) -> None:
        self._weights = weights
        self._tile_size = len(weights)
        self._sums = weights.new_zeros((num_classes, self._tile_size, width))
        self._weight_sums = weights.new_zeros((self._tile_size, width))
        self._top = 0

    def start_row(self, top: int) -> None:
        """Begin a row of tiles.

        Args:
            top: Its first pixel row: where the rows taken so far end, or further down if no tile lies
                between.
        """
        self._top = top

    def add(self, probs: torch.Tensor, left: int) -> None:
        """Mix one tile of the row in.

        Args:
            probs: (num_classes, tile_size, tile_size), float32; what lies beyond the width is left out.
            left: First pixel column of the tile, in that part.
        """
        cols = min(self._tile_size, self._sums.shape[2] - left)
        weights = self._weights[:, :cols]
        self._sums[:, :, left : left + cols] += probs[:, :, :cols] * weights
        self._weight_sums[:, left : left + cols] += weights

    def take_until(self, bottom: int) -> tuple[torch.Tensor, torch.Tensor]:
        """The row's finished pixels, those above ``bottom``; what is left moves up.

        Args:
            bottom: First pixel row that a later tile may touch, or the scene's height at its end; at most
                one tile below the top of the row.

        Returns:
            Mean probabilities (num_classes, rows, width), 0 where no tile lay, and whether one lay there,
            bool (rows, width).
        """
        rows = bottom - self._top
        weight_sums = self._weight_sums[:rows]
        probs = self._sums[:, :rows] / weight_sums.clamp_min(torch.finfo(torch.float32).tiny)
        self._sums = _shifted_up(self._sums, rows)
        self._weight_sums = _shifted_up(self._weight_sums, rows)
        self._top = bottom
        return probs, weight_sums > 0


def _shifted_up(planes: torch.Tensor, rows: int) -> torch.Tensor:
    """The planes without their first rows, zeros added below."""
    return torch.nn.functional.pad(planes[..., rows:, :], (0, 0, 0, rows))
