"""What is said of a factory that is edited: the worst thing in one sentence, and everything on a page."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from qgis.core import Qgis

from ...processing.coordinates.sentences import metres
from ...processing.i18n import tr
from ...processing.register.one_record import Double, Misplaced
from ..panel import verdicts
from ..panel.details import details_html
from ..panel.site.answer import Answer, Rule, details
from .live_ids import SameId
from .live_task import Told

_INFO, _WARNING, _CRITICAL = Qgis.MessageLevel.Info, Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical
# What a rule that is not kept amounts to -> how loud that is. What no layer can tell is not worth a message.
_OF_RULES = {"fail": _CRITICAL, verdicts.ASSESSMENT: _WARNING, "undecided": _WARNING, verdicts.ADVICE: _INFO}
_LOUDNESS = (_CRITICAL, _WARNING, _INFO)
_POSSIBLE = "possible"
_END = re.compile(r"(?<=[^0-9A-Z])\.\s|។")


@dataclass(frozen=True)
class Remark:
    """One thing that a person should know.

    Attributes
    ----------
    level : Qgis.MessageLevel
    sentence : str
        Without its full stop.
    page : str
        The whole of it, as HTML.
    rule : str
        Id of the rule, empty where it is about none.
    first : bool
        Whether it is told before all others, however loud these are.
    """

    level: Qgis.MessageLevel
    sentence: str
    page: str
    rule: str = ""
    first: bool = False


@dataclass(frozen=True)
class Message:
    """What the message bar shows.

    Attributes
    ----------
    level : Qgis.MessageLevel
    called : str
        The factory.
    sentence : str
    tail : str
        What stands behind the sentence, also where that is cut off for want of room.
    page : str
        Everything, as HTML; empty where there is no more to read.
    passing : bool
        Whether it goes by itself: nothing has to be done.
    """

    level: Qgis.MessageLevel
    called: str
    sentence: str
    tail: str = ""
    page: str = ""
    passing: bool = False

    @property
    def text(self) -> str:
        """All that is said of the factory."""
        return self.sentence + self.tail


def message(called: str, answer: Answer | None, told: Told) -> Message | None:
    """Return what to say of a factory; None where nothing could be checked, and nothing is wrong.

    It is as loud as the worst of it.

    Parameters
    ----------
    called : str
        The factory.
    answer : Answer or None
        What the rules say; None where there are no layers to go by.
    told : Told
        What else was found.
    """
    found = sorted(_remarks(answer, told), key=lambda one: (not one.first, _LOUDNESS.index(one.level)))
    if not found:
        return None if answer is None else _fine(called, answer)
    told_first, more = found[0], len(found) - 1
    level = min((one.level for one in found), key=_LOUDNESS.index)
    tail = f" ({told_first.rule})" if told_first.rule else ""
    if more:
        tail += tr("; {count} more").format(count=more)
    page = "<hr>".join(one.page for one in found)
    return Message(level, called, told_first.sentence, tail, page, passing=level == _INFO)


def many(count: int) -> Message:
    """Return what to say of many factories that were changed at once."""
    text = tr("{count} factories changed at once. Check them together in the tab “Check”.").format(count=count)
    return Message(_INFO, "", text, passing=True)


def _remarks(answer: Answer | None, told: Told) -> Iterable[Remark]:
    for other in told.same_id:
        yield _of_same_id(other)
    for rule in answer.rules if answer is not None else ():
        if rule.kind in _OF_RULES or rule.conditional:
            yield _of_rule(rule, answer)
    for misplaced in told.misplaced:
        yield _of_place(misplaced)
    for double in told.doubles:
        yield _of_double(double)


def _of_same_id(other: SameId) -> Remark:
    """Say it first: whatever else is wrong with the factory, its findings would be taken for those of the other one."""
    away = "" if math.isnan(other.distance_m) else tr("{distance} away").format(distance=metres(other.distance_m))
    which = ", ".join(text for text in (f"“{other.name}”" if other.name else "", away) if text)
    said = tr("This id is another factory's already")
    if which:
        said = tr("This id is another factory's already: {factory}").format(factory=which)
    why = tr("Of two factories with one id nobody can tell which is meant. Give this one an id of its own.")
    return Remark(_WARNING, said, _page(f"{said}.", why), first=True)


def _of_rule(rule: Rule, answer: Answer) -> Remark:
    values: Mapping[str, Any] = rule.values
    words = {"prohibited": tr("Zone {zone} does not permit {activity}"),
             "conditional": tr("Zone {zone} permits {activity} on condition")}  # fmt: skip
    zone, activity = answer.site["zone_code"], answer.site["activity"]
    if zone and values["reason"] in words:
        said = words[values["reason"]].format(zone=zone, activity=activity)
    else:
        said = _first(str(values["message"]))
    page = details_html(details(rule), verdict=rule.word)
    return Remark(_OF_RULES.get(rule.kind, _INFO), said, page, str(values["rule_id"]))


def _of_place(misplaced: Misplaced) -> Remark:
    level = _INFO if misplaced.certainty == _POSSIBLE else _WARNING
    page = _page(misplaced.problem, misplaced.evidence)
    # What is only possible is mostly an oversight: the problem says it; otherwise the evidence has the facts.
    text = misplaced.problem if misplaced.certainty == _POSSIBLE else misplaced.evidence or misplaced.problem
    return Remark(level, _first(text), page)


def _of_double(double: Double) -> Remark:
    level = _INFO if double.certainty == _POSSIBLE else _WARNING
    text = tr("{distance} from {factory}, which may be the same factory")
    said = text.format(distance=metres(double.distance_m), factory=double.factory)
    against = tr("Against it: {reasons}").format(reasons=double.against) if double.against else ""
    return Remark(level, said, _page(f"{said}.", double.evidence, against))


def _fine(called: str, answer: Answer) -> Message | None:
    """Return that all is fine as far as it could be checked; None where not one rule could be."""
    kept = sum(rule.kind in ("pass", "exempt") for rule in answer.rules)
    if not kept:
        return None
    every = len(answer.rules)
    if kept == every:
        told, level = tr("All {all} rules kept").format(all=every), Qgis.MessageLevel.Success
    else:
        said = tr("{kept} of {all} rules kept; the others could not be checked")
        told, level = said.format(kept=kept, all=every), _INFO
    text = f"{told} ({answer.where})" if answer.where else told
    return Message(level, called, text, passing=True)


def _page(first: str, *more: str) -> str:
    rest = "".join(f"<p style='margin:0 0 4px 0'>{escape(text)}</p>" for text in more if text)
    return f"<p style='margin:0 0 4px 0'><b>{escape(first)}</b></p>{rest}"


def _first(text: str) -> str:
    """Return the first sentence of a text, without its full stop."""
    return _END.split(text, maxsplit=1)[0].rstrip(" .។")
