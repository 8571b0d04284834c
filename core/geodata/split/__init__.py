"""The split of the labelled data into training, validation and test, with a buffer between them."""
