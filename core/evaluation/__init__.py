"""How good a model is: scores from a confusion matrix, figures, HTML reports."""
