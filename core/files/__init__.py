"""Atomic files, locks, folders of partial maps. Standard library, Python 3.9."""
