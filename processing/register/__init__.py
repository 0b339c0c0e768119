"""The register of factories: its schema, its one way of being changed, its log, and what is told about it."""
