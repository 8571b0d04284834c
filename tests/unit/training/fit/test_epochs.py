"""An epoch's random numbers, and the chips of each process."""

from dataclasses import fields
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from core.geodata.chips.sampling import ChipPositions
from core.training.fit import epochs
from core.training.fit.ddp import Processes
from core.training.fit.epochs import own_positions


def test_random_numbers_depend_on_seed_process_and_epoch_alone():
    def drawn(seed, rank, number):
        torch.rand(number + 7)
        run = SimpleNamespace(job=SimpleNamespace(seed=seed), processes=SimpleNamespace(rank=rank))
        epochs._seed(run, number)
        return tuple(torch.rand(3).tolist())

    cases = [(1, 0, 1), (1, 0, 2), (1, 1, 1), (1, 1, 2), (2, 0, 1), (2**31 - 1, 0, 1)]
    assert [drawn(*case) for case in cases] == [drawn(*case) for case in cases]
    assert len({drawn(*case) for case in cases}) == len(cases)


@pytest.mark.parametrize(("count", "batch_size"), [(1, 4), (2, 2), (3, 4)])
def test_the_batches_of_all_processes_together_are_those_of_one(count, batch_size):
    chips = np.arange(5 * count * batch_size)
    positions = ChipPositions(*(chips + 1000 * n for n in range(len(fields(ChipPositions)))))
    own = []
    for rank in range(count):
        processes = Processes(torch.device("cpu"))
        processes.rank, processes.count = rank, count
        own.append(own_positions(positions, batch_size, processes))
    for step in range(5):
        batch = slice(step * batch_size, (step + 1) * batch_size)
        together = np.concatenate([each.row[batch] for each in own])
        whole = slice(step * batch_size * count, (step + 1) * batch_size * count)
        np.testing.assert_array_equal(together, positions.row[whole])
