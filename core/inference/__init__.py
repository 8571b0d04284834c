"""From a scene and a model to class maps: tiles planned, predicted, blended, streamed, written."""
