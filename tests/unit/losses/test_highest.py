import pytest
import torch

from core.losses.highest import highest


@pytest.fixture(params=[1, 2, 3])
def threads(request):
    before = torch.get_num_threads()
    torch.set_num_threads(request.param)
    yield request.param
    torch.set_num_threads(before)


@pytest.mark.parametrize("count", [1, 7, 100, 599, 600])
def test_equals_a_sort_whatever_the_number_of_threads(threads, count):
    values = torch.rand(2, 600).mul(20).floor()
    expected = values.sort(descending=True).values[:, :count]
    assert torch.equal(highest(values, count).sort(descending=True).values, expected)


def test_gradients_reach_the_highest(threads):
    values = torch.arange(12.0).view(1, 12).requires_grad_()
    highest(values, 3).sum().backward()
    assert values.grad.tolist() == [[0.0] * 9 + [1.0] * 3]
