"""Where Cambodia is; nothing is imported, so that a form can ask without waiting for the engine."""

from __future__ import annotations

# Longitude and latitude of Cambodia with its islands (facts: 102.36-107.64 E, 10.34-14.69 N, outer islands from 9.9 N).
ENVELOPE = (102.3, 9.9, 107.7, 14.75)
