"""What the check of coordinates reads, and what it says."""
