"""Factory layers for a project that there is: opened, drawn, grouped and given their roles."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from ...processing.i18n import tr
from . import factory_looks
from .earlier import latest_of
from .layer_groups import add_grouped, dress, role_title
from .register_form import give_form_unless_own
from .results import CheckLayers, ResultError, add_results
from .roles import LayerRoles
from .sources import Source, safe_uri
from .symbols import plain_style


class LoadError(Exception):
    """The layers cannot be loaded; the text says which and why."""


def open_for(role: str, source: Source) -> QgsVectorLayer:
    """Open a layer as the plugin shows a role; one that comes with a style of its own keeps that, a register does not.

    Raises
    ------
    LoadError
        If it cannot be opened.
    """
    layer = source.open(role_title(role))
    if not layer.isValid():
        raise LoadError(
            tr("The layer for “{role}” cannot be opened any more: {place}. Choose another.").format(
                role=role_title(role), place=source.place
            )
        )
    _, own = layer.loadDefaultStyle()
    layer.setName(role_title(role))
    if not own or role == "factories":
        dress(layer, role)
    return layer


def open_unit(source: Source) -> QgsVectorLayer:
    """Open a layer of districts or communes under its own name: outlines, unless it comes with a style of its own.

    Raises
    ------
    LoadError
        If it cannot be opened.
    """
    layer = source.open()
    if not layer.isValid():
        raise LoadError(
            tr("“{layer}” cannot be opened any more: {place}.").format(layer=source.name, place=source.place)
        )
    _, own = layer.loadDefaultStyle()
    layer.setName(source.name)
    if not own:
        plain_style(layer, "units")
    return layer


def load(
    project: QgsProject,
    roles: LayerRoles,
    chosen: Mapping[str, Source],
    colour: str = factory_looks.ACTIVITY,
    crowds: bool = True,
    findings: Path | None = None,
    units: Sequence[Source] = (),
) -> Generator[str, None, None]:
    """Load layers; yield after each step what is next. Nothing is added before all of them are open.

    A layer that the project has already is not loaded twice: it gets the role.

    Parameters
    ----------
    project : QgsProject
    roles : LayerRoles
        Of that project.
    chosen : mapping of str to Source
        By role.
    colour : str
        One of `factory_looks.COLOURINGS`.
    crowds : bool
        See `factory_looks.colour`.
    findings : Path, optional
        Of a check whose verdicts factories are drawn by; else the newest check in the project.
    units : sequence of Source
        Districts and communes: they have no role, and the corrections are told by them.

    Raises
    ------
    LoadError
        If a layer cannot be opened; the project is as it was.
    """
    there = {
        (safe_uri(layer.source()), layer.providerType()): layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and layer.isValid()
    }
    fresh: dict[str, QgsVectorLayer] = {}
    known: dict[str, QgsVectorLayer] = {}
    for role, source in chosen.items():
        yield tr("Opening {layer}…").format(layer=role_title(role))
        same = there.get((source.uri, source.provider))
        if same is not None:
            known[role] = same
        else:
            fresh[role] = open_for(role, source)
    small: list[QgsVectorLayer] = []
    for source in units:
        if (source.uri, source.provider) not in there:
            yield tr("Opening {layer}…").format(layer=source.name)
            small.append(open_unit(source))
    check = add_check(project, findings) if findings is not None else None
    add_grouped(project, fresh, units=small)
    for role, layer in {**known, **fresh}.items():
        roles.assign(role, layer)
    register = roles.layer("factories")
    if register is not None and (register in fresh.values() or "admin" in chosen):
        give_form_unless_own(register, roles.layer("admin"))  # before verdicts are joined
    if "factories" in fresh:
        yield tr("Drawing the factories…")
        check = check or latest_of(project, fresh["factories"])
        factory_looks.colour(fresh["factories"], colour, check.factories if check is not None else None, crowds)
        node = project.layerTreeRoot().findLayer(fresh["factories"].id())
        for state in (False, True):  # the layer panel folds a legend that has changed
            node.setExpanded(state)


def add_check(project: QgsProject, findings: Path) -> CheckLayers:
    """Add the layers of an earlier check; those with markers are switched off, as they would hide the register.

    Raises
    ------
    LoadError
        If they cannot be opened.
    """
    when = datetime.fromtimestamp(findings.stat().st_mtime).replace(microsecond=0)
    try:
        check = add_results(project, str(findings), when, labels=False)
    except ResultError as error:
        raise LoadError(str(error)) from error
    for layer in (check.findings, check.factories):
        if layer is not None:
            project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
    return check
