"""The catalog of what users choose by name: losses, class weightings, augmentations, networks."""
