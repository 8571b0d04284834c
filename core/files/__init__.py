"""Files that appear whole or not at all, locks, folders of partial work. Standard library, Python 3.9."""
