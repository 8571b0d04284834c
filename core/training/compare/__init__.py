"""Comparison of losses: each trained on the same chips."""
