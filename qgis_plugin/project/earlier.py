"""The checks of a project: of which register each was, and which came before another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from .register_name import RegisterName, name_of, read_name, write_name
from .results import WHEN_PROPERTY, CheckLayers, all_results
from .roles import RESULT_PROPERTY

REGISTER_PROPERTY = "factory_locations/register"
EARLIER_PROPERTY = "factory_locations/earlier"


@dataclass(frozen=True)
class EarlierCheck:
    """A check that another can be compared with.

    Attributes
    ----------
    path : Path
        Its findings GeoPackage.
    when : datetime or None
    register : RegisterName or None
        Which register was checked, where that is known.
    """

    path: Path
    when: datetime | None
    register: RegisterName | None


def register_of(findings: QgsVectorLayer) -> RegisterName | None:
    """Return which register a check was about, None where that is not known."""
    return read_name(str(findings.customProperty(REGISTER_PROPERTY, "")), path_of(findings).parent)


def remember_register(
    findings: QgsVectorLayer, register: QgsVectorLayer | None, name: RegisterName | None = None
) -> None:
    """Keep with a check of which register it was, by the name that this had when the check began."""
    beside = path_of(findings).parent
    written = "" if register is None else write_name(register, name or name_of(register), beside)
    findings.setCustomProperty(REGISTER_PROPERTY, written)


def is_of(register: QgsVectorLayer | None, known: RegisterName | None) -> bool:
    """Return whether a register is the one that is known by a name; True where either is not known."""
    return register is None or known is None or name_of(register).is_same(known)


def are_same(one: RegisterName | None, other: RegisterName | None) -> bool:
    """Return whether two checks were of one register; True where that cannot be known."""
    return one is None or other is None or one.is_same(other)


def latest_of(project: QgsProject, register: QgsVectorLayer | None) -> CheckLayers | None:
    """Return the newest check of a register, None where all were of others."""
    return next(checks_of(project, register), None)


def checks_of(project: QgsProject, register: QgsVectorLayer | None) -> Iterator[CheckLayers]:
    """Yield the checks of a register that the project holds, the newest first."""
    return (one for one in all_results(project) if is_of(register, register_of(one.findings)))


def comparable_checks(project: QgsProject, register: QgsVectorLayer | None) -> list[EarlierCheck]:
    """Return the checks of a register in the project whose files are there, newest first: what a new one follows."""
    layers = [one.findings for one in checks_of(project, register)]
    known = [EarlierCheck(path_of(one), moment_of(one), register_of(one)) for one in layers]
    return [one for one in known if one.path.is_file()]


def earlier_checks(project: QgsProject, findings: QgsVectorLayer) -> list[EarlierCheck]:
    """Return the checks before the one with these findings whose files are there, newest first.

    They are those whose layers are in the project, and the one that it was compared with before, should its layers have
    been taken out since then.
    """
    own, when = path_of(findings), str(findings.customProperty(WHEN_PROPERTY, ""))
    found = {}
    for layer in project.mapLayers().values():
        if layer.customProperty(RESULT_PROPERTY, "") == "findings" and isinstance(layer, QgsVectorLayer):
            moment = str(layer.customProperty(WHEN_PROPERTY, ""))
            if moment < when:
                found[path_of(layer)] = EarlierCheck(path_of(layer), _moment(moment), register_of(layer))
    stored = str(findings.customProperty(EARLIER_PROPERTY, ""))
    if stored:
        moment, _, written = stored.partition(" ")
        path = Path(project.pathResolver().readPath(written))
        found.setdefault(path, EarlierCheck(path, _moment(moment), register_of(findings)))
    there = [one for one in found.values() if one.path != own and one.path.is_file()]
    return sorted(there, key=lambda one: one.when or datetime.min, reverse=True)


def remember_earlier(project: QgsProject, findings: QgsVectorLayer, earlier: EarlierCheck) -> None:
    """Keep with a check which one it was compared with."""
    moment = earlier.when.isoformat() if earlier.when is not None else ""
    stored = f"{moment} {project.pathResolver().writePath(str(earlier.path))}"
    if findings.customProperty(EARLIER_PROPERTY, "") != stored:
        findings.setCustomProperty(EARLIER_PROPERTY, stored)


def moment_of(findings: QgsVectorLayer) -> datetime | None:
    """Return when a check was made."""
    return _moment(str(findings.customProperty(WHEN_PROPERTY, "")))


def path_of(findings: QgsVectorLayer) -> Path:
    """Return the GeoPackage that findings are in."""
    return Path(findings.source().split("|", maxsplit=1)[0])


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
