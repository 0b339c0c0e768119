"""The dock: choose layers, run the check, read the findings."""
