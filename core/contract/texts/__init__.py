"""Short texts such as ``focal(gamma=1)``: read without evaluating anything, checked, written."""
