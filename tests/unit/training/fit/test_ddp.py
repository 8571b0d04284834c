"""Data-parallel training in one process, and batch normalisation shared by several."""

import numpy as np
import pytest
import torch

from core.models.factory import build_network
from core.training.fit.ddp import Processes, share_statistics


@pytest.mark.parametrize("encoder", ["tu-tf_efficientnet_lite0", "tu-mobilenetv3_small_100", "resnet18"])
def test_shared_batch_normalisation_keeps_weights_and_output(encoder, reporter):
    torch.manual_seed(0)
    network = build_network("unet", encoder, 3, 2, "random", reporter).eval()
    values = torch.randn(1, 3, 64, 64)
    with torch.no_grad():
        before = network(values)
        names = list(network.state_dict())
        shared = share_statistics(network)
        torch.testing.assert_close(shared(values), before, rtol=0, atol=0)
    assert shared is network
    assert list(network.state_dict()) == names
    assert any(isinstance(module, torch.nn.SyncBatchNorm) for module in network.modules())


def test_a_single_process_shares_nothing():
    alone = Processes(torch.device("cpu"))
    network = torch.nn.Linear(1, 1)
    assert alone.is_first
    assert alone.connect(network) is network
    assert alone.mean(0.3) == 0.3
    assert alone.from_first(lambda: 5) == 5
    np.testing.assert_array_equal(alone.sum(np.array([1, 2])), [1, 2])
