"""The engine, a Python environment with torch: finds, builds and checks it, and runs jobs in it.

Standard library, Python 3.9.
"""
