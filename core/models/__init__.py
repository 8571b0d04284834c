"""Networks: built by name, started from weights, saved with their description, run on a device."""
