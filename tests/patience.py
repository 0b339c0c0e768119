"""How long a test may wait for what takes no time on a quiet machine."""

from __future__ import annotations

import os

# Other tests run beside: each has less than a processor, and waits for the disk of the others.
BESIDE_OTHERS = 4.0


def patience() -> float:
    """Return by how much a limit in seconds is to be stretched now: 1 on a quiet machine, where it is as promised."""
    load = os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else 1.0
    return max(load, BESIDE_OTHERS if "PYTEST_XDIST_WORKER" in os.environ else 1.0)
