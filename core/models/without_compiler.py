"""Imports libraries without torch's compiler, which is never used and costs a second and 0.14 GB."""

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
    """Import a library that refers to torch's compiler (``torch._dynamo``), without importing the compiler.

    torchvision asks the compiler about a device in one function of object detection, and timm marks functions
    that are not to be compiled. The question is passed on when it is asked; the marks have no effect, since
    nothing is compiled. Saves more than a second and 0.14 GB in each process.

    Returns:
        The module; imported in the usual way if it needs the compiler for anything else.
    """
    with contextlib.suppress(ImportError, AttributeError), _compiler_left_out():
        return importlib.import_module(name)
    return importlib.import_module(name)


@contextlib.contextmanager
def _compiler_left_out() -> Iterator[None]:
    """A block in which imports get a stand-in for the compiler, unless it is loaded already."""
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
    """Replaces ``torch.compiler.disable``, as a decorator with or without brackets."""
    return function if function is not None else _unmarked
