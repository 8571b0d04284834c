"""Normalisation of bands, compared with its formula."""

import numpy as np
import pytest
import torch

from core.contract.model_card import Band
from core.models.normalise import Normalise

BANDS = (Band("a", 10.0, 2.0, 0, 20), Band("b", -1.0, 0.5, -3, 3), Band("c", 1000.0, 300.0, 0, 9000))


@pytest.mark.parametrize("dtype", [torch.uint8, torch.uint16, torch.int16, torch.float32, torch.float64])
def test_equals_the_formula_for_every_data_type(dtype):
    generator = np.random.default_rng(0)
    values = torch.from_numpy(generator.integers(0, 200, (2, 3, 5, 4))).to(dtype)
    result = Normalise(BANDS)(values, torch.ones(2, 5, 4, dtype=torch.bool))
    mean, std = (np.array([getattr(b, name) for b in BANDS])[:, None, None] for name in ("mean", "std"))
    np.testing.assert_allclose(result.numpy(), (values.double().numpy() - mean) / std, rtol=1e-5, atol=1e-6)


def test_gives_float32_channels_last():
    result = Normalise(BANDS)(torch.zeros(2, 3, 6, 4, dtype=torch.uint8), torch.ones(2, 6, 4).bool())
    assert result.dtype == torch.float32
    assert result.is_contiguous(memory_format=torch.channels_last)


def test_invalid_pixels_are_zero_even_where_the_raster_holds_nan():
    values = torch.full((1, 3, 2, 2), 50.0)
    values[:, 1, 0, 0] = torch.nan
    valid = torch.tensor([[[False, True], [True, False]]])
    result = Normalise(BANDS)(values, valid)
    assert not result[:, :, ~valid[0]].any()
    assert result[:, :, valid[0]].all()


@pytest.mark.parametrize("layout", [torch.contiguous_format, torch.channels_last])
def test_the_input_is_not_changed(layout):
    values = torch.ones(1, 3, 4, 4).to(memory_format=layout)
    Normalise(BANDS)(values, torch.zeros(1, 4, 4).bool())
    assert (values == 1).all()


def test_statistics_move_with_the_module():
    assert Normalise(BANDS).to("meta").scale.device.type == "meta"
