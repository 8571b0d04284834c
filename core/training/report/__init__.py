"""Report and TensorBoard files of a training."""
