"""Imports without torch's compiler, in processes of their own, since an import cannot be undone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]

HEAD = """
import sys
import torch
from core.models.without_compiler import import_without_compiler
disable = torch.compiler.disable
"""


def run(code, folder):
    command = [sys.executable, "-c", HEAD + code]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(REPOSITORY), str(folder)))}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_networks_are_built_and_used_without_the_compiler(tmp_path):
    code = """
smp = import_without_compiler("segmentation_models_pytorch")
network = smp.Unet("resnet18", encoder_weights=None).eval()
with torch.inference_mode():
    print(tuple(network(torch.zeros(1, 3, 32, 32)).shape) == (1, 1, 32, 32))
print("torch._dynamo" in sys.modules, torch.compiler.disable is disable)
"""
    assert run(code, tmp_path) == ["True", "False", "True"]


def test_the_compiler_can_be_imported_later(tmp_path):
    code = """
torchvision = import_without_compiler("torchvision")
values, boxes = torch.arange(16.0).reshape(1, 1, 4, 4), torch.tensor([[0.0, 0.0, 0.0, 4.0, 4.0]])
torch.use_deterministic_algorithms(True)  # so that torchvision asks
pooled = torchvision.ops.roi_align(values, boxes, output_size=1)
print("torch._dynamo" in sys.modules)
torch.use_deterministic_algorithms(False)
print(float(pooled) == float(torchvision.ops.roi_align(values, boxes, output_size=1)))
print(torch.compile(lambda x: x + 1, backend="eager")(torch.zeros(1)).item())
"""
    assert run(code, tmp_path) == ["True", "True", "1.0"]


@pytest.mark.parametrize(
    "line",
    [
        "from torch._dynamo.utils import counters",
        "import torch._dynamo.config",
        "import torch\n@torch._dynamo.disable\ndef marked(): ...",
    ],
)
def test_a_library_that_needs_the_compiler_is_imported_as_usual(tmp_path, line):
    (tmp_path / "needing.py").write_text(line)
    code = """
print(import_without_compiler("needing").__name__, "torch._dynamo" in sys.modules)
print(torch.compiler.disable is disable)
"""
    assert run(code, tmp_path) == ["needing", "True", "True"]


def test_a_loaded_compiler_is_left_alone(tmp_path):
    (tmp_path / "needing.py").write_text("import torch\n@torch.compiler.disable\ndef marked(): ...")
    code = """
import torch._dynamo as real
marked = import_without_compiler("needing").marked
print(sys.modules["torch._dynamo"] is real, hasattr(marked, "_torchdynamo_disable"))
"""
    assert run(code, tmp_path) == ["True", "True"]


def test_the_stand_in_decorates_with_and_without_brackets(tmp_path):
    (tmp_path / "marking.py").write_text(
        "import torch\n"
        "@torch.compiler.disable\ndef one(): return 1\n"
        "@torch.compiler.disable(recursive=False)\ndef two(): return 2\n"
    )
    code = """
marking = import_without_compiler("marking")
print(marking.one() + marking.two(), "torch._dynamo" in sys.modules)
"""
    assert run(code, tmp_path) == ["3", "False"]


def test_a_missing_library_is_an_import_error(tmp_path):
    code = """
try:
    import_without_compiler("nowhere_to_be_found")
except ImportError as error:
    print(error.name)
"""
    assert run(code, tmp_path) == ["nowhere_to_be_found"]
