"""Losses made for rare classes: one per file, built from a loss text."""

from .registry import build_loss as build_loss
