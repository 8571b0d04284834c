"""Augmentation of chips: flips and rotations, scale, blur, color jitter, noise, copy-paste."""
