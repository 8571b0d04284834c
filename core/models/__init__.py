"""Networks: built by name, initialised from weights, saved with their model card, run on a device."""
