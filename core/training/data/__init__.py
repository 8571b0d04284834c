"""The training data: subsets, sampling, chips loaded in batches."""
