"""Optimiser steps: they reduce the loss, do not depend on micro-batches, and stop at NaN."""

import math

import pytest
import torch

from core.contract.jobs.train import TrainJob
from core.contract.messages.errors import DivergedError, OutOfMemoryError
from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band
from core.losses import build_loss
from core.models.normalise import Normalise
from core.training.augment.pipeline import AugmentationParams
from core.training.data.loader import Batch
from core.training.fit.ddp import Processes
from core.training.fit.learner import Learner

BANDS = (Band("Band 1", 100.0, 50.0, 0.0, 255.0), Band("Band 2", 10.0, 5.0, 0.0, 255.0))


class SmallNetwork(torch.nn.Module):
    """One convolution; runs out of memory above a number of chips."""

    def __init__(self, memory=1000):
        super().__init__()
        self.conv = torch.nn.Conv2d(2, 3, 1)
        self.memory = memory
        self.sizes = []

    def forward(self, values):
        self.sizes.append(len(values))
        if len(values) > self.memory:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return self.conv(values)


def make_batch(seed=0, chips=4, params=()):
    generator = torch.Generator().manual_seed(seed)
    values = torch.randint(0, 256, (chips, 2, 32, 32), generator=generator, dtype=torch.uint8)
    valid = torch.ones(chips, 32, 32, dtype=torch.bool)
    return Batch(values, valid, (values[:, 0] // 86).long(), params or (AugmentationParams(),) * chips)


def make_learner(network, reporter=None, loss=None, **settings):
    loss = loss or torch.nn.CrossEntropyLoss(ignore_index=255)
    device = torch.device("cpu")
    job = TrainJob(("",), "", "", **{"learning_rate": 0.05, **settings})
    return Learner(
        network, Normalise(BANDS), loss, Processes(device), job, reporter or Reporter(lambda event: None)
    )


def test_the_loss_falls_on_a_learnable_task():
    torch.manual_seed(0)
    learner = make_learner(SmallNetwork())
    learner.plan_steps(60)
    losses = list(learner.learn(make_batch(seed) for seed in range(60)))
    assert losses[-1] < 0.6 * losses[0]


def test_out_of_memory_splits_the_batch_and_the_step_stays_the_same():
    torch.manual_seed(0)
    plenty, scarce = SmallNetwork(), SmallNetwork(memory=1)
    scarce.load_state_dict(plenty.state_dict())
    reporter = Reporter(lambda event: None)
    whole = list(make_learner(plenty).learn([make_batch()]))
    split = list(make_learner(scarce, reporter).learn([make_batch()]))
    assert scarce.sizes == [4, 2, 1, 1, 1, 1]
    assert len(reporter.warnings) == 2
    assert split == pytest.approx(whole, rel=1e-3)
    for expected, found in zip(plenty.parameters(), scarce.parameters()):
        torch.testing.assert_close(found.grad, expected.grad, rtol=1e-2, atol=1e-4)


def test_chips_are_augmented_before_the_network_sees_them():
    """At half the scale all but the middle of a chip comes from outside, and is ignored."""
    seen, counted = [], []
    network = SmallNetwork()
    network.forward = lambda values: seen.append(values) or network.conv(values)
    learner = make_learner(network)
    learner._loss.register_forward_pre_hook(lambda _, given: counted.append(given[1] != 255))
    list(learner.learn([make_batch(chips=2, params=(AugmentationParams(zoom=0.5),) * 2)]))
    middle = torch.zeros(2, 32, 32, dtype=torch.bool)
    middle[:, 8:24, 8:24] = True
    assert torch.equal(counted[0], middle)
    assert (seen[0].permute(1, 0, 2, 3)[:, ~middle] == 0).all()
    assert (seen[0].permute(1, 0, 2, 3)[:, middle] != 0).any()


def test_too_little_memory_for_one_chip_is_an_error():
    with pytest.raises(OutOfMemoryError, match="single chip"):
        list(make_learner(SmallNetwork(memory=0)).learn([make_batch()]))


def test_too_little_memory_for_the_optimiser_is_an_error():
    learner = make_learner(SmallNetwork())

    def run_out():
        raise torch.OutOfMemoryError("CUDA out of memory")

    learner._optimiser.register_step_pre_hook(lambda *_: run_out())
    with pytest.raises(OutOfMemoryError, match=r"optimiser.*smaller encoder.*batch.*another device"):
        list(learner.learn([make_batch()]))


def test_other_errors_of_the_optimiser_are_passed_on():
    learner = make_learner(SmallNetwork())

    def fail():
        raise RuntimeError("shapes differ")

    learner._optimiser.register_step_pre_hook(lambda *_: fail())
    with pytest.raises(RuntimeError, match="shapes differ"):
        list(learner.learn([make_batch()]))


def test_the_learning_rate_is_that_of_the_last_step():
    """With a cosine over 4 steps the rates are (1 + cos(pi n / 4)) / 2; the next one would be 0."""
    learner = make_learner(SmallNetwork(), schedule="cosine")
    learner.plan_steps(4)
    rates = []
    for seed in range(4):
        list(learner.learn([make_batch(seed)]))
        rates.append(learner.learning_rate)
    assert rates == sorted(rates, reverse=True)
    assert rates[-1] > 0


def test_a_state_without_gradient_scaling_is_resumed_with_scaling():
    """As a checkpoint from a CPU on a card with float16 only."""
    tensors, numbers = make_learner(SmallNetwork()).state()
    other = make_learner(SmallNetwork())
    other._scaler = torch.amp.GradScaler("cpu", enabled=True)
    before = other._scaler.state_dict()
    assert numbers["scaler"] == {}
    other.restore(tensors, numbers)
    assert other._scaler.state_dict() == before
    other._scaler.scale(torch.ones(()))
    other._scaler.update(64.0)
    scaled = make_learner(SmallNetwork())
    scaled._scaler = torch.amp.GradScaler("cpu", enabled=True)
    scaled.restore(*other.state())
    assert scaled._scaler.get_scale() == 64.0


def test_a_loss_of_nan_stops_the_training():
    network = SmallNetwork()
    torch.nn.init.constant_(network.conv.weight, math.nan)
    with pytest.raises(DivergedError, match="nan"):
        list(make_learner(network).learn([make_batch()]))


def test_other_errors_of_the_network_are_passed_on():
    network = SmallNetwork()
    network.forward = lambda values: (_ for _ in ()).throw(RuntimeError("shapes differ"))
    with pytest.raises(RuntimeError, match="shapes differ"):
        list(make_learner(network).learn([make_batch()]))


class EncoderNetwork(torch.nn.Module):
    """An encoder with batch normalisation, and a head."""

    def __init__(self):
        super().__init__()
        self.encoder = torch.nn.Sequential(torch.nn.Conv2d(2, 4, 1), torch.nn.BatchNorm2d(4))
        self.head = torch.nn.Conv2d(4, 3, 1)

    def forward(self, values):
        return self.head(self.encoder(values).relu())


def learn(network, steps=5, **settings):
    """The learner after some steps."""
    learner = make_learner(network, **settings)
    learner.plan_steps(steps)
    list(learner.learn(make_batch(seed) for seed in range(steps)))
    return learner


def test_a_frozen_encoder_keeps_weights_and_statistics():
    network = EncoderNetwork()
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    learn(network, encoder_lr_factor=0.0)
    for name, tensor in network.state_dict().items():
        assert torch.equal(tensor, before[name]) == name.startswith("encoder"), name


def test_the_encoder_has_its_own_learning_rate():
    def moved(rate):
        torch.manual_seed(0)
        network = EncoderNetwork()
        before = network.encoder[0].weight.clone()
        learn(network, steps=1, encoder_lr_factor=rate, optimiser="sgd")
        return float((network.encoder[0].weight - before).detach().norm())

    assert moved(0.1) == pytest.approx(0.1 * moved(1.0), rel=0.01)


def test_a_large_gradient_is_clipped():
    def moved(max_grad_norm):
        torch.manual_seed(0)
        network = SmallNetwork()
        before = torch.cat([weight.detach().flatten().clone() for weight in network.parameters()])
        learn(network, steps=1, max_grad_norm=max_grad_norm, optimiser="sgd", learning_rate=1.0)
        after = torch.cat([weight.detach().flatten() for weight in network.parameters()])
        return (after - before).norm()

    # Nesterov's first step is 1.9 gradients long; weight decay adds hardly anything.
    assert moved(0.01) == pytest.approx(0.019, rel=0.05)
    assert moved(0.0) > 0.1


def test_the_ema_is_saved_and_training_continues_with_the_latest_weights():
    torch.manual_seed(0)
    network = SmallNetwork()
    learner = make_learner(network, ema_decay=0.9)
    learner.plan_steps(3)
    expected = None
    for seed in range(3):
        list(learner.learn([make_batch(seed)]))
        weight = network.conv.weight.detach().clone()
        expected = weight if expected is None else 0.9 * expected + 0.1 * weight
    torch.testing.assert_close(learner.weights()["conv.weight"], expected)
    with learner.ema_weights():
        torch.testing.assert_close(network.conv.weight.detach(), expected)
    assert torch.equal(network.conv.weight.detach(), weight)


@pytest.mark.parametrize(
    "settings", [{}, {"optimiser": "sgd", "ema_decay": 0.9, "encoder_lr_factor": 0.1, "max_grad_norm": 1.0}]
)
def test_a_restored_learner_continues_bit_for_bit(settings):
    def fresh():
        torch.manual_seed(0)
        learner = make_learner(EncoderNetwork(), **settings)
        learner.plan_steps(6)
        return learner

    whole, first, second = fresh(), fresh(), fresh()
    list(whole.learn(make_batch(seed) for seed in range(6)))
    list(first.learn(make_batch(seed) for seed in range(3)))
    second.restore(*first.state())
    list(second.learn(make_batch(seed) for seed in range(3, 6)))
    for name, tensor in whole.weights().items():
        assert torch.equal(tensor, second.weights()[name]), name
    assert second.learning_rate == whole.learning_rate


def test_a_warm_up_follows_the_steps_of_the_training():
    torch.manual_seed(0)
    loss = build_loss("toppixel(k=40, warmup=0.5)", 3)
    learner = make_learner(SmallNetwork(), loss=loss)
    next(iter(learner.learn([make_batch()])))
    assert loss.warmed_up == 0  # a range test, before the steps are planned
    learner.plan_steps(8)
    assert [loss.warmed_up for _ in learner.learn(map(make_batch, range(8)))] == [
        0,
        0.25,
        0.5,
        0.75,
        1,
        1,
        1,
        1,
    ]


def test_the_loss_sees_no_outlines_within_their_tolerance():
    seen = []

    class Loss(torch.nn.CrossEntropyLoss):
        def forward(self, logits, target):
            seen.append(target)
            return super().forward(logits, target)

    batch = make_batch(chips=1)
    batch.target[:] = torch.arange(32) >= 16
    for tolerance in (0, 3):
        learner = make_learner(SmallNetwork(), loss=Loss(ignore_index=255), outline_tolerance=tolerance)
        list(learner.learn([batch]))
    assert torch.equal(seen[0], batch.target)
    band = (seen[1] == 255)[0, 0].nonzero().flatten().tolist()
    assert band == [13, 14, 15, 16, 17, 18]
