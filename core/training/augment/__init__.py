"""Chips augmented: flips and rotations, scale, blur, color jitter, copy-paste."""
