"""What both processes agree on: jobs, events, errors, the catalog. Standard library, Python 3.9."""
