"""What the comparison with the registration system reads, and what it says."""
