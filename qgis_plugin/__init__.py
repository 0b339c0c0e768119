"""What needs a desktop. Nothing in here is imported by ``processing``."""
