"""What a schema cannot see in a pack: unknown activities, what cannot be meant, rules that exclude each other."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from ..analysis.applies import covered_classes
from ..i18n import tr
from .merge import Draft
from .pack import AT_LEAST, AT_MOST, CLASSES, IMPLIED_ROLE, NOT_WITHIN, SIZES, WITHIN, Rule, isic_sections
from .yaml_file import Complaint, Place

# Roads are lines and factories mostly points: nothing stands inside one.
WITHOUT_GROUND = ("roads", "factories")
_PLAIN_NUMBER = re.compile(r"(0|[1-9][0-9]*)([.][0-9]*)?|[.][0-9]+")


def meaning_complaints(draft: Draft) -> Iterator[Complaint]:
    """Complain of what one rule says that cannot be meant; it is known to follow the schema."""
    content = draft.content
    for code in content.get("zones", {}):
        yield from _zone_complaints(draft, code)
    for entry in ("activities", "others"):
        yield from _filter_complaints(draft, entry)
    yield from _role_complaints(draft)
    yield from _number_complaints(draft)
    if content["test"] in (AT_LEAST, AT_MOST):
        yield from _distance_complaints(draft)
    if "levels" in content:
        yield from _level_complaints(draft)
        yield from _matrix_complaints(draft)


def _zone_complaints(draft: Draft, code: str) -> Iterator[Complaint]:
    zone = draft.content["zones"][code]
    owner: dict[str, str] = {}
    for kind in ("permits", "permits_on_condition", "prohibits"):
        for i, prefix in enumerate(zone.get(kind, [])):
            place = ("zones", code, kind, i)
            yield from _code_complaints(draft, place, prefix)
            if prefix in owner and prefix in isic_sections():
                what = tr("“{value}” already stands under {other}").format(value=prefix, other=owner[prefix])
                yield draft.complaint(place, what)
            owner[prefix] = kind


def _code_complaints(draft: Draft, place: Place, prefix: str) -> Iterator[Complaint]:
    if prefix not in isic_sections():
        yield draft.complaint(place, tr("“{value}” is not in ISIC Rev. 4").format(value=prefix))


def _filter_complaints(draft: Draft, entry: str) -> Iterator[Complaint]:
    """Complain of a filter of activities that names unknown ones or takes out what is not in it."""
    said = draft.content.get(entry, {})
    include, exclude = said.get("include", []), said.get("exclude", [])
    for kind, prefixes in (("include", include), ("exclude", exclude)):
        for i, prefix in enumerate(prefixes):
            yield from _code_complaints(draft, (entry, kind, i), prefix)
    for i, prefix in enumerate(exclude):
        if prefix in include:
            what = tr("“{value}” already stands under {other}").format(value=prefix, other="include")
            yield draft.complaint((entry, "exclude", i), what)
        elif prefix in isic_sections() and include and not any(_under(prefix, other) for other in include):
            what = tr("“{value}” is taken out but is under none of the included: {known}").format(
                value=prefix, known=", ".join(include)
            )
            yield draft.complaint((entry, "exclude", i), what)


def _under(prefix: str, other: str) -> bool:
    return prefix.startswith(other) or isic_sections()[prefix] == other


def _role_complaints(draft: Draft) -> Iterator[Complaint]:
    """Complain of a role that the test cannot be about, and of classes that the role does not have."""
    content = draft.content
    test, role = content["test"], content.get("role", "")
    if role in WITHOUT_GROUND and test not in (AT_LEAST, AT_MOST):
        what = tr("“{test}” needs areas, which {role} are not; use a test of distance").format(test=test, role=role)
        yield draft.complaint(("role",), what)
    if "others" in content and role != "factories":
        what = tr("others belongs to the role factories, not to {role}").format(role=role)
        yield draft.complaint(("others",), what)
    if "classes" in content and role == "factories":
        what = tr("factories have no classes; say which by others, with their activities")
        yield draft.complaint(("classes",), what)
        return
    known = CLASSES.get(role, ())
    named: list[tuple[Place, str]] = [(("classes", i), name) for i, name in enumerate(content.get("classes", []))]
    named += [(("matrix", name), name) for name in content.get("matrix", {})]
    for place, name in named:
        if known and name not in known:
            what = tr("“{value}” is no class of {role}; it has: {known}").format(
                value=name, role=role, known=", ".join(known)
            )
            yield draft.complaint(place, what)


def _number_complaints(draft: Draft) -> Iterator[Complaint]:
    """Complain of numbers that YAML reads otherwise than people: 0500 is 320, 5:00 is 300, .nan is none."""
    content = draft.content
    numbers = [((key,), content[key]) for key in ("distance_m", "share") if key in content]
    numbers += [(("distance_by_size", size), value) for size, value in content.get("distance_by_size", {}).items()]
    for place, value in numbers:
        file, at = draft.where(place)
        written = file.words.get(at, "")
        if not math.isfinite(value) or (written and not _PLAIN_NUMBER.fullmatch(written)):
            what = tr("“{written}” is read as {value}; write it with digits only, such as 500 or 0.1")
            yield draft.complaint(place, what.format(written=written or value, value=value))


def _distance_complaints(draft: Draft) -> Iterator[Complaint]:
    content = draft.content
    by_size = content.get("distance_by_size", {})
    if "distance_m" in content:
        return
    if not by_size:
        yield draft.complaint((), tr("missing: {names}").format(names="distance_m"))
        return
    without = [size for size in content.get("sizes", SIZES) if size not in by_size]
    if without:
        what = tr("no distance for size {sizes}; name it, or give distance_m for the sizes not named").format(
            sizes=", ".join(without)
        )
        yield draft.complaint(("distance_by_size",), what)


def _level_complaints(draft: Draft) -> Iterator[Complaint]:
    owner: dict[str, str] = {}
    for level, said in draft.content["levels"].items():
        for i, prefix in enumerate(said["include"]):
            place = ("levels", level, "include", i)
            yield from _code_complaints(draft, place, prefix)
            if prefix in owner:
                what = tr("“{value}” already stands in level {other}").format(value=prefix, other=owner[prefix])
                yield draft.complaint(place, what)
            owner[prefix] = level


def _matrix_complaints(draft: Draft) -> Iterator[Complaint]:
    """Complain of a matrix that leaves a level out, has one that no activity is in, or lacks a class asked for."""
    levels, matrix = draft.content["levels"], draft.content["matrix"]
    for name, answers in matrix.items():
        for level in answers:
            if level not in levels:
                what = tr("“{value}” is no level of this rule; it has: {known}").format(
                    value=level, known=", ".join(levels)
                )
                yield draft.complaint(("matrix", name, level), what)
        without = [level for level in levels if level not in answers]
        if without:
            what = tr("no answer for level {levels}").format(levels=", ".join(without))
            yield draft.complaint(("matrix", name), what)
    for i, name in enumerate(draft.content.get("classes", [])):
        if name not in matrix:
            yield draft.complaint(("classes", i), tr("“{value}” is not in the matrix").format(value=name))


def repeated_tests(drafts: Iterable[Draft]) -> Iterator[Complaint]:
    """Complain of a second rule with a test that a pack has at most once."""
    first: dict[str, str] = {}
    for draft in drafts:
        test, id_ = draft.content["test"], draft.content["id"]
        if test in IMPLIED_ROLE and test in first:
            what = tr("a second rule tests “{value}”, which rule {id} does already").format(value=test, id=first[test])
            yield draft.complaint(("test",), what)
        first.setdefault(test, id_)


def contradictions(rules: Sequence[Rule]) -> Iterator[tuple[Rule, Rule, str]]:
    """Yield two rules that no factory both are about can keep, with what is wrong between them."""
    for one, other in _pairs(rules):
        for a, b in ((one, other), (other, one)):
            if not _all_of(b.classes, a.classes) or not _others(b) <= _others(a):
                continue
            tests = (a.test, b.test)
            sizes = _common_sizes(a, b)
            if tests == (NOT_WITHIN, WITHIN):
                yield one, other, tr("one wants factories inside {role}, the other outside").format(role=a.role)
            elif tests == (AT_LEAST, WITHIN):
                yield one, other, tr("one wants factories inside {role}, the other away from it").format(role=a.role)
            elif tests == (AT_LEAST, AT_MOST) and any(a.required(size) > b.required(size) for size in sizes):
                size = next(size for size in sizes if a.required(size) > b.required(size))
                yield (
                    one,
                    other,
                    tr("at least {least} m and at most {most} m to {role} cannot both be").format(
                        least=f"{a.required(size):g}", most=f"{b.required(size):g}", role=a.role
                    ),
                )


def overlaps(rules: Sequence[Rule]) -> Iterator[tuple[Rule, Rule]]:
    """Yield two rules with the same test of distance about features and factories of which some are the same."""
    for a, b in _pairs(rules):
        shared = not a.classes or not b.classes or set(a.classes) & set(b.classes)
        if a.test == b.test and a.test in (AT_LEAST, AT_MOST) and shared and _others(a) & _others(b):
            yield a, b


def _pairs(rules: Sequence[Rule]) -> Iterator[tuple[Rule, Rule]]:
    """Yield two rules about the same role, and factories of which some may be the same."""
    within = {rule.id: covered_classes(rule.include, rule.exclude, isic_sections()) for rule in rules}
    for a, b in combinations(rules, 2):
        ages = {a.applies_to, b.applies_to} != {"new", "existing"}
        same = a.role == b.role and a.test not in IMPLIED_ROLE and b.test not in IMPLIED_ROLE
        if same and ages and _common_sizes(a, b) and within[a.id] & within[b.id]:
            yield a, b


def _common_sizes(a: Rule, b: Rule) -> list[str]:
    return [size for size in SIZES if size in (a.sizes or SIZES) and size in (b.sizes or SIZES)]


def _others(rule: Rule) -> frozenset[str]:
    """Return the classes of activity of the other factories that a rule means; of other roles all."""
    return covered_classes(rule.others_include, rule.others_exclude, isic_sections())


def _all_of(classes: tuple[str, ...], of: tuple[str, ...]) -> bool:
    """Return whether all these classes are among the others; no classes are all of them."""
    return not of or (bool(classes) and set(classes) <= set(of))
