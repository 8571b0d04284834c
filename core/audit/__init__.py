"""Class statistics of the labels: frequencies, class weights, advice on the loss, the report."""
