"""Where training chips can start, the label histogram of each, and class weights from these counts."""
