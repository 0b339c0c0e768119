"""What a valid pack covers and leaves open, for whoever answers for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..analysis.applies import covered_classes
from ..i18n import tr
from .meaning import overlaps
from .pack import AT_LEAST, FOREIGN, ZONE_MATRIX, ZONE_PERMITS, Pack, Rule, isic_sections
from .words import joined, word

MANUFACTURING = tuple(str(division) for division in range(10, 34))


def all_included(pack: Pack) -> list[Pack]:
    """Return the packs that a pack includes, and those that these include, each once."""
    found: dict[str, Pack] = {}
    for included in pack.includes:
        for each in (included, *all_included(included)):
            found.setdefault(str(each.path.resolve()), each)
    return list(found.values())


def counts(pack: Pack, attribute: str) -> dict[str, int]:
    """Return how many rules have each value of an attribute, the most frequent first."""
    return dict(Counter(getattr(rule, attribute) for rule in pack.rules).most_common())


def unnamed_divisions(pack: Pack) -> list[str]:
    """Return the divisions of manufacturing that no rule names any activity of.

    Rules for every activity name none: they would hide that the pack has nothing to say of a division.
    """
    named: set[str] = set()
    for rule in pack.rules:
        if not names_none(rule):
            named |= _named(rule)
    divisions = {code[:2] for code in named}
    return [division for division in MANUFACTURING if division not in divisions]


def names_none(rule: Rule) -> bool:
    """Return whether a rule is about every activity alike."""
    return not (rule.include or rule.exclude or rule.test in (ZONE_PERMITS, ZONE_MATRIX))


def _named(rule: Rule) -> frozenset[str]:
    """Return the four-digit classes that a rule has something to say of."""
    asked = covered_classes(rule.include, rule.exclude, isic_sections())
    if rule.test == ZONE_PERMITS and all(zone.otherwise == "not in table" for zone in rule.zones.values()):
        prefixes = [p for z in rule.zones.values() for p in (*z.permits, *z.permits_on_condition, *z.prohibits)]
    elif rule.test == ZONE_MATRIX:
        prefixes = [prefix for codes in rule.levels.values() for prefix in codes]
    else:
        return asked
    return asked & covered_classes(prefixes, (), isic_sections()) if prefixes else frozenset()


def notes(pack: Pack) -> list[str]:
    """Return what is no mistake but should be meant."""
    found = list(_about_the_file(pack))
    for a, b in overlaps(pack.rules):
        governs = tr("the largest distance governs") if a.test == AT_LEAST else tr("the smallest distance governs")
        found.append(
            tr("Rules {a} and {b} both test “{test}” ({role}) on some of the same factories: {governs}.").format(
                a=a.id, b=b.id, test=a.test, role=word(a.role), governs=governs
            )
        )
    for rule in pack.rules:
        found += _about_a_rule(rule)
    return found


def _about_the_file(pack: Pack) -> Iterator[str]:
    for each in (pack, *all_included(pack)):
        if each.path.stem != each.id:
            yield tr("File {file} calls its pack {id}; give both the same name.").format(
                file=each.path.name, id=each.id
            )


def _about_a_rule(rule: Rule) -> Iterator[str]:
    if rule.pack_status == FOREIGN and rule.severity != "advice":
        yield tr("Rule {id} is from a foreign reference; another pack makes breaking it: {severity}.").format(
            id=rule.id, severity=word(rule.severity)
        )
    unused = [size for size in rule.distance_by_size if rule.sizes and size not in rule.sizes]
    if unused:
        yield tr("Rule {id} has distances for sizes that it is not about: {sizes}.").format(
            id=rule.id, sizes=joined(unused)
        )
    answers = {answer for row in rule.matrix.values() for answer in row.values()}
    if "permits on condition" in answers and not rule.condition.en:
        yield tr("Rule {id} permits on condition but names no condition.").format(id=rule.id)
