"""Scores a network on held-out areas, with the same code that makes the map."""
