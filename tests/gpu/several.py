"""Train the small task in each process that ``torchrun`` started; the first writes weights and losses."""

import json
import sys

import torch
from safetensors.torch import save_file

from core.inference import predictor
from core.training.fit import learner as learner_module
from core.training.fit.ddp import join_processes
from tests.gpu.small_task import make_batch, make_learner, make_network

STEPS = 10
CHIPS = 8

# float32 throughout: what is left is the order of the sums.
predictor.autocast_dtype = learner_module.autocast_dtype = lambda device: None
torch.backends.cudnn.conv.fp32_precision = "ieee"

processes = join_processes("cuda")
learner = make_learner(make_network(norms=True), processes, optimiser="sgd")
learner.plan_steps(STEPS)
batches = (make_batch(seed, CHIPS, 32, processes.rank, processes.count) for seed in range(STEPS))
losses = list(learner.learn(batches))
if processes.is_first:
    save_file({name: tensor.cpu().contiguous() for name, tensor in learner.weights().items()}, sys.argv[1])
    sys.stdout.write(json.dumps(losses))
processes.leave()
