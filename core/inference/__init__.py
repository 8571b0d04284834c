"""Maps from a scene and a model: tiles planned, predicted, blended, streamed and written."""
