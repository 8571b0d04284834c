"""Where training chips can lie and what each holds; class weights from these counts."""
