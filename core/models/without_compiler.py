"""Imports that leave torch's compiler out: it is not used, and takes more than all the rest."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import torch

COMPILER = "torch._dynamo"


def import_without_compiler(name: str) -> ModuleType:
    """Import a library that mentions torch's compiler, without importing that.

    torchvision wants to be able to ask it about a device, in one function of object detection, and timm marks
    functions that it shall pass by. The question is handed on when it is asked; the marks mean nothing where
    nothing is compiled. Saves more than a second and 0.14 GB in each process.

    Args:
        name: The library.

    Returns:
        Its module; imported in the usual way if it needs the compiler for something else.

    Raises:
        ImportError: It cannot be imported.
    """
    with contextlib.suppress(ImportError, AttributeError), _compiler_left_out():
        return importlib.import_module(name)
    return importlib.import_module(name)


@contextlib.contextmanager
def _compiler_left_out() -> Iterator[None]:
    """A block in which imports find a small thing in the compiler's place, unless that is there already."""
    if COMPILER in sys.modules:
        yield
        return
    compiler, details = ModuleType(COMPILER), ModuleType(f"{COMPILER}.utils")
    details.is_compile_supported = _is_compile_supported  # type: ignore[attr-defined]
    stand_ins = {module.__name__: module for module in (compiler, details)}
    disable = torch.compiler.disable
    sys.modules.update(stand_ins)
    torch.compiler.disable = _unmarked  # type: ignore[assignment]
    try:
        yield
    finally:
        torch.compiler.disable = disable
        for module in stand_ins:
            del sys.modules[module]


def _is_compile_supported(device: str) -> bool:
    utils = importlib.import_module(f"{COMPILER}.utils")
    return bool(utils.is_compile_supported(device))


def _unmarked(function: Callable[..., Any] | None = None, *_: object, **__: object) -> Callable[..., Any]:
    """What ``torch.compiler.disable`` gives, as a call or as a decorator with brackets."""
    return function if function is not None else _unmarked
