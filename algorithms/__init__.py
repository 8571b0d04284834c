"""The algorithms in the Processing toolbox: layers in, a job for the engine, layers out."""
