"""Somebody's table into the register: reading it, and which of its columns is which field."""
