"""What can be chosen by name, as the user meets it: losses, weightings, augmentations, networks."""
