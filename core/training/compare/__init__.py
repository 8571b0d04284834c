"""Several losses trained on the same chips and compared."""
