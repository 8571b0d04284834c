"""What a training learns from, prepared: subsets, sampling, chips read in batches."""
