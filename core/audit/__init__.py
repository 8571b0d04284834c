"""What labels hold, told to the user: statistics, weights, advice on the loss."""
