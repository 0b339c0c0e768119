"""The five verdicts and how several become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

PASS = "pass"  # noqa: S105  # nosec B105
FAIL = "fail"
UNDECIDED = "undecided"
NO_DATA = "no data"
EXEMPT = "exempt"

# From what an officer must act on first; an exemption is to be seen, not to hide among the passes.
BY_URGENCY = (FAIL, UNDECIDED, NO_DATA, EXEMPT, PASS)
# The severity of a rule that only advises: it never makes a factory fail.
ADVICE = "advice"
VERDICTS = (PASS, FAIL, UNDECIDED, NO_DATA, EXEMPT)


def worst(*columns: np.ndarray) -> np.ndarray:
    """Return the most urgent verdict of each row.

    Parameters
    ----------
    *columns : (n,) object arrays of verdicts, None where a rule does not apply

    Returns
    -------
    (n,) object array of verdicts; `EXEMPT` where no rule applies at all.
    """
    # Here, because QGIS's window needs the words of the verdicts when it starts, and pandas costs a fifth of a second.
    import numpy as np
    import pandas as pd

    ranks = np.array([pd.Categorical(column, categories=BY_URGENCY).codes for column in columns], dtype="int64")
    ranks[ranks < 0] = len(BY_URGENCY)
    return np.array([*BY_URGENCY, EXEMPT], dtype=object)[ranks.min(axis=0)]
