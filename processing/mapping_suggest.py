"""A mapping profile proposed from the names and the values of a table's columns."""
