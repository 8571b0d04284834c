"""The golden case: logits, target and the values that independent references give."""

import json
import os
from pathlib import Path

import pytest
import torch


@pytest.fixture(scope="session")
def golden():
    data = Path(os.environ.get("TOPPIXEL_DATA", Path(__file__).parents[4] / "shared" / "data"))
    path = data.parent / "fixtures" / "losses.json"
    if not path.is_file():
        pytest.skip(f"no golden values at {path}")
    return json.loads(path.read_text())


@pytest.fixture(params=[torch.float64, torch.float32], ids=["float64", "float32"])
def golden_case(golden, request):
    """(logits, target, weights, values, relative tolerance) in both precisions."""
    inputs = golden["inputs"]
    logits = torch.tensor(inputs["logits"], dtype=request.param)
    weights = torch.tensor(inputs["weight"], dtype=request.param)
    tolerance = 1e-9 if request.param == torch.float64 else 1e-6
    return logits, torch.tensor(inputs["target"]), weights, golden["values"], tolerance
