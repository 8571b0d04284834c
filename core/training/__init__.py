"""From scenes and labels to a model: chips sampled, read, augmented, learned from, validated."""
