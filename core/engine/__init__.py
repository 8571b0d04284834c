"""The engine: find it, build it, prove it, run a job in it. Standard library, Python 3.9."""
