"""Proposed sites: reading what surrounds them, judging them, and what is said of them."""
