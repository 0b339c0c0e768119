"""Reads a check in the background: a hundred thousand findings would keep the window still for seconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.i18n import tr
from ...processing.storage.apart import rows_in
from ..project.localise import in_khmer
from ..project.results import CheckLayers
from ..reading import Pace, Reading, Source, source_with
from .outcome import Outcome, outcome

if TYPE_CHECKING:
    from .findings_data import FindingsData
    from .register.by_place import Outlines

_READ_SHARE = 0.5
_FACTORY_FIELDS = {name: (name,) for name in ("factory_id", "factory_name_km", "verdict")}


@dataclass(frozen=True)
class CheckRead:
    """What there is to show of a check.

    Attributes
    ----------
    findings : FindingsData
    outcome : Outcome
    pack : str
        The rule pack that was chosen, with its version; empty where the file does not say.
    """

    findings: FindingsData
    outcome: Outcome
    pack: str = ""


@dataclass(frozen=True)
class CheckSource:
    """What to read of a check, taken in the window's thread."""

    findings: Source
    factories: Source | None
    path: Path
    khmer: bool
    outlines: Outlines | None = None


def source_of(layers: CheckLayers, admin: QgsVectorLayer | None = None) -> CheckSource:
    """Return what to read of a check; units tell the provinces of findings on a register that does not."""
    from .findings_data import USUAL_FIELDS
    from .register.by_place import outlines_of

    factories = None if layers.factories is None else source_with(layers.factories, _FACTORY_FIELDS)
    outlines = outlines_of(admin, layers.findings.crs(), QgsProject.instance())
    return CheckSource(source_with(layers.findings, USUAL_FIELDS), factories, layers.path, in_khmer(), outlines)


def read_check(source: CheckSource, pace: Callable[[float], None] = lambda _share: None) -> CheckRead:
    """Read a check; made to run in any thread."""
    from .findings_data import build

    rules = rules_in(source.path)
    verdicts, names = _factories(source.factories, source.khmer, pace)
    fids, columns = source.findings.columns(lambda share: pace(_READ_SHARE * share))
    titles = {str(row["rule_id"]): _title(row, source.khmer) for row in rules}
    named = dict(zip(source.findings.known, columns))
    if source.outlines is not None and not any(named.get("province", ())):
        from .register.by_place import provinces_of

        named["province"] = provinces_of(source.findings.features, fids, source.outlines, lambda: pace(_READ_SHARE))
    rest = 1 - _READ_SHARE
    data = build(fids, named, names, titles, source.khmer, lambda share: pace(_READ_SHARE + rest * share))
    return CheckRead(data, outcome(verdicts, rules), pack_in(source.path))


def rules_in(path: Path) -> list[dict[str, Any]]:
    """Return the table of rules of a findings file; empty where it has none, as those of version 0.1."""
    return [row for row in rows_in(path, "rules") if "rule_id" in row]


def pack_in(path: Path) -> str:
    """Return the rule pack that the last run into a findings file was given."""
    runs = rows_in(path, "runs")
    return str(runs[-1].get("pack") or "") if runs else ""


def _title(rule: Mapping[str, Any], khmer: bool) -> str:
    return str((khmer and rule.get("title_km")) or rule.get("title_en") or "")


def _factories(
    source: Source | None, khmer: bool, pace: Callable[[float], None]
) -> tuple[Counter[str], dict[str, str]]:
    """Return how many factories have each worst verdict, and in Khmer their names by their ids."""
    verdicts: Counter[str] = Counter()
    names: dict[str, str] = {}
    if source is None or "verdict" not in source.known:
        return verdicts, names
    for feature in source.features.getFeatures(source.request()):
        row = dict(zip(source.known, source.values(feature)))
        verdicts[str(row["verdict"] or "")] += 1
        if khmer and row.get("factory_name_km"):
            names[str(row.get("factory_id"))] = str(row["factory_name_km"])
        pace(0.0)
    return verdicts, names


class CheckReader(QObject):
    """Reads one check at a time; asked for another, or told to stop, it forgets the one before.

    `ready` brings the layers and the `CheckRead`, `failed` why it could not be read.
    """

    ready = pyqtSignal(object, object)
    failed = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Reading | None = None
        self._layers: CheckLayers | None = None

    @property
    def reading(self) -> bool:
        """Whether a check is being read."""
        return self._task is not None

    def read(self, layers: CheckLayers, admin: QgsVectorLayer | None = None) -> None:
        """Read a check; `admin` are units, see `source_of`."""
        self.stop()
        source = source_of(layers, admin)

        def work(pace: Pace) -> CheckRead:
            return read_check(source, pace)

        self._layers = layers
        self._task = Reading(tr("Read the findings"), work, self._ended)
        self._task.begin()

    def stop(self) -> None:
        """Read no more."""
        task, self._task, self._layers = self._task, None, None
        if task is not None:
            task.cancel()

    def _ended(self, task: Reading) -> None:
        if sip.isdeleted(self) or task is not self._task:
            return  # of a check that nobody waits for
        layers, self._task, self._layers = self._layers, None, None
        if task.result is not None:
            self.ready.emit(layers, task.result)
        elif task.problem:
            self.failed.emit(tr("The findings cannot be read: {reason}").format(reason=task.problem))
