"""Training, validation and test apart, with the buffer between them."""
