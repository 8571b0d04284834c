"""What only a graphics card can show; skipped on a machine without one.

Bounds follow from the precision: float32 differs by the order of sums alone, about 1e-6 at each layer; TF32
and float16 keep 11 bits, 5e-4; bfloat16 keeps 8 bits, 4e-3. The layers of a network add them up.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from core.contract.messages.reporter import Reporter
from core.inference import predictor as predictor_module
from core.inference.predictor import Forward, Predictor
from core.models.device import choose_device, describe_device
from core.models.factory import build_network
from core.models.normalise import Normalise
from core.training.fit import learner as learner_module
from tests.gpu.small_task import BANDS, NUM_CLASSES, make_batch, make_learner, make_network

ROOT = Path(__file__).resolve().parents[2]
SEVERAL = Path(__file__).with_name("several.py")
TILES, SIDE = 4, 128

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="no graphics card that CUDA can use"),
]


@pytest.fixture
def use_precision(monkeypatch):
    """Makes mixed precision of a type, or None for float32 without TF32."""

    convolutions = torch.backends.cudnn.conv
    before = convolutions.fp32_precision

    def use(dtype):
        for module in (predictor_module, learner_module):
            monkeypatch.setattr(module, "autocast_dtype", lambda device: dtype)
        convolutions.fp32_precision = before if dtype else "ieee"

    yield use
    convolutions.fp32_precision = before


@pytest.fixture
def limit_memory():
    """Limits what this process may take of the card to a number of bytes, until the test ends."""

    def limit(size):
        torch.cuda.empty_cache()
        torch.cuda.set_per_process_memory_fraction(size / torch.cuda.get_device_properties(0).total_memory)

    yield limit
    torch.cuda.set_per_process_memory_fraction(1.0)
    torch.cuda.empty_cache()


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(0)
    reporter = Reporter(lambda event: None)
    return build_network("unet", "resnet18", len(BANDS), NUM_CLASSES, "random", reporter).eval()


@pytest.fixture(scope="module")
def tiles():
    batch = make_batch(0, TILES, SIDE)
    return batch.values, batch.valid


def predict(network, device, tiles, reporter=None, **forward):
    """Logits on the processor, float32."""
    reporter = reporter or Reporter(lambda event: None)
    options = Forward(**{"batch_size": TILES, **forward})
    predictor = Predictor(network, Normalise(BANDS), NUM_CLASSES, torch.device(device), options, reporter)
    return predictor.predict(*tiles).float().cpu()


def between(part, whole):
    """A number of bytes that suffices for the one call, but not for the other."""

    def run(step):
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()
        step()

    run(part)
    enough = torch.cuda.max_memory_reserved()
    run(whole)
    too_much = torch.cuda.max_memory_allocated()
    assert enough < too_much
    return (enough + too_much) // 2


def test_auto_is_the_card():
    device = choose_device("auto")
    assert device.type == "cuda"
    assert torch.cuda.get_device_properties(device).name in describe_device(device)


@pytest.mark.parametrize("tta", [False, True])
def test_the_card_predicts_what_the_processor_does(network, tiles, use_precision, tta):
    use_precision(None)
    expected = predict(network, "cpu", tiles, tta=tta)
    found = predict(network, "cuda", tiles, tta=tta)
    assert (found - expected).abs().max() <= 1e-3 * expected.abs().max()


@pytest.mark.parametrize(
    ("dtype", "most", "mean"),
    [("full", 0.02, 0.002), (torch.float16, 0.02, 0.002), (torch.bfloat16, 0.1, 0.01)],
)
def test_faster_precision_stays_close_to_the_processor(network, tiles, use_precision, dtype, most, mean):
    """Largest and mean difference of probabilities; ``full`` is full precision on a card, which is TF32."""
    if dtype is torch.bfloat16 and not torch.cuda.is_bf16_supported(including_emulation=False):
        pytest.skip("this card has no bfloat16")
    if dtype != "full":
        use_precision(dtype)
    expected = predict(network, "cpu", tiles, full_precision=True).softmax(dim=1)
    found = predict(network, "cuda", tiles, full_precision=dtype == "full").softmax(dim=1)
    difference = (found - expected).abs()
    assert difference.max() <= most
    assert difference.mean() <= mean


def test_the_batch_that_is_chosen_fits(network, tiles):
    reporter = Reporter(lambda event: None)
    values, valid = (tensor.repeat_interleave(16, dim=0) for tensor in tiles)
    found = predict(network, "cuda", (values, valid), reporter, batch_size=0, full_precision=True)
    assert not reporter.warnings
    assert found.shape == (16 * TILES, NUM_CLASSES, SIDE, SIDE)


def test_tiles_that_do_not_fit_together_are_predicted_in_smaller_batches(
    network, use_precision, limit_memory
):
    use_precision(None)
    batch = make_batch(0, 8, 512)
    tiles, half = (batch.values, batch.valid), (batch.values[:4], batch.valid[:4])
    size = between(
        lambda: predict(network, "cuda", half, batch_size=8),
        lambda: predict(network, "cuda", tiles, batch_size=8),
    )
    expected = predict(network, "cuda", tiles, batch_size=8)
    limit_memory(size)
    reporter = Reporter(lambda event: None)
    found = predict(network, "cuda", tiles, reporter, batch_size=8)
    assert reporter.warnings == ["Out of memory: continuing with a batch size of 4."]
    assert (found - expected).abs().max() <= 1e-3 * expected.abs().max()


def test_a_step_whose_batch_does_not_fit_is_split_and_stays_the_same(use_precision, limit_memory):
    use_precision(None)
    batch = make_batch(0, 8, 512)

    def step(chips=batch, reporter=None):
        """Weights after one optimiser step."""
        network = make_network(norms=False)
        list(make_learner(network, reporter=reporter, optimiser="sgd").learn([chips]))
        return {name: tensor.cpu() for name, tensor in network.state_dict().items()}

    size = between(lambda: step(next(batch.split(4))), step)
    expected = step()
    limit_memory(size)
    reporter = Reporter(lambda event: None)
    found = step(reporter=reporter)
    assert len(reporter.warnings) == 1
    assert "micro-batches of 4 chips" in reporter.warnings[0]
    for name, weight in expected.items():
        torch.testing.assert_close(found[name], weight, rtol=1e-4, atol=1e-6)


class TinyLoss(torch.nn.Module):
    """Cross entropy, so small that the gradients of logits underflow in float16 where they are not scaled."""

    factor = 1e-5

    def forward(self, logits, target):
        return self.factor * torch.nn.functional.cross_entropy(logits, target)


# The first scale may be too large: such a step is left out, and torch's schedule wonders about it.
@pytest.mark.filterwarnings("ignore:Detected call of `lr_scheduler.step:UserWarning")
def test_float16_with_scaled_gradients_trains_like_float32(use_precision):
    losses = {}
    for dtype in (None, torch.float16):
        use_precision(dtype)
        learner = make_learner(make_network(norms=True), loss=TinyLoss())
        learner.plan_steps(40)
        losses[dtype] = list(learner.learn(make_batch(seed, 8, 64) for seed in range(40)))
        assert learner._scaler.is_enabled() == (dtype is torch.float16)
    expected, found = losses.values()
    assert expected[-1] < 0.5 * expected[0]
    assert found[-1] == pytest.approx(expected[-1], rel=0.1)


@pytest.mark.skipif(torch.cuda.device_count() < 2, reason="one graphics card; this needs two")
def test_two_cards_train_like_one(tmp_path):
    """Batch normalisation is over the chips of both cards, so weights and losses are those of one process."""
    weights, losses = [], []
    for processes in (1, 2):
        file = tmp_path / f"{processes}.safetensors"
        launcher = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(processes)]
        ended = subprocess.run(
            [sys.executable, *(launcher if processes > 1 else []), str(SEVERAL), str(file)],
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=300,
        )
        assert ended.returncode == 0, ended.stderr
        weights.append(load_file(file))
        losses.append(json.loads(ended.stdout))
    assert losses[1] == pytest.approx(losses[0], rel=1e-3)
    assert weights[0].keys() == weights[1].keys()
    for name, weight in weights[0].items():
        torch.testing.assert_close(weights[1][name], weight, rtol=1e-3, atol=1e-4)
