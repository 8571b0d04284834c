"""The highest values of each row, searched on all processor cores."""

from __future__ import annotations

import torch
from torch import Tensor


def highest(values: Tensor, count: int) -> Tensor:
    """The highest values of each row, in no particular order.

    ``topk`` searches a row on one core. A row is therefore cut into as many parts as there are threads, and
    the highest are found among the highest of the parts. The number of parts does not affect the values.

    Args:
        values: (G, n).
        count: How many, 1 to n.

    Returns:
        (G, count); gradients pass.
    """
    length = values.shape[1]
    parts = torch.get_num_threads() if values.device.type == "cpu" else 1
    if parts > 1 and length % parts == 0 and count * parts < length:
        values = values.view(-1, parts, length // parts).topk(count, sorted=False).values.flatten(1)
    return values.topk(count, sorted=False).values
