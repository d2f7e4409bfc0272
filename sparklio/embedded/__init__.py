"""The studio on one machine: real servers out of PyPI wheels, one front door, one supervisor."""
