"""The network is trained: optimiser steps, epochs, checkpoints, the best model."""
