"""Training itself: optimiser steps, epochs, checkpoints, the best model."""
