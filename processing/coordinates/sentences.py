"""What the check of coordinates says: the sentence of each problem, each piece of evidence and each code left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..i18n import tr

if TYPE_CHECKING:
    from ..analysis.coordinate_checks import Said

_METRES = frozenset(("distance", "half", "accuracy"))


def problems() -> dict[str, str]:
    """Return the sentence of each problem."""
    return {
        "C01": tr("Latitude and longitude are swapped."),
        "C02": tr("Metres of UTM stand in fields of degrees, or degrees in fields of metres."),
        "C03": tr("Easting and northing of UTM are swapped."),
        "C04": tr("The coordinates were read in a neighbouring UTM zone."),
        "C04_perhaps": tr("The place is abroad, or its coordinates were read in a neighbouring UTM zone."),
        "C04_stated": tr("The text states UTM zone {zone}, which is not Cambodia's."),
        "C05": tr("UTM coordinates of Indian 1960 were read as WGS 84."),
        "C06": tr("Degrees of Indian 1960 were read as WGS 84."),
        "C07": tr("The layer's CRS, {crs}, is of Thailand; the coordinates are probably Indian 1960 of Cambodia."),
        "C08": tr("The location stands only in the text, which was not read, or not read as it is meant."),
        "C08_apart": tr("The point and the text of the location are two places."),
        "C08_none": tr("There is no location, and no text that tells one."),
        "C09": tr("Degrees with minutes and seconds were read as decimal degrees."),
        "C10": tr("The coordinates are rounded: they are coarser than they look."),
        "C11": tr("A digit of the coordinates may be mistyped."),
        "C12": tr("The location is the centre of an administrative unit ({level}), not of the factory."),
        "C13": tr("The coordinates are zero or equal, or a sign is wrong."),
        "C14": tr("Unrelated operators share one coordinate."),
        "C15": tr("The location is that of an office."),
        "C16": tr("The location is outside of the country, or in the sea."),
        "C16_water": tr("The location is in a lake or river."),
        "C17": tr("The factory stands outside of the unit it declares ({level})."),
        "C17_codes": tr("The codes of the declared units contradict each other."),
        "C17_older": tr("A declared code is of an older list of administrative units."),
        "C17_unknown": tr("A declared code is in no list of administrative units."),
        "C18": tr("The factory is probably registered twice."),
        "C19": tr("The licence number is also that of a factory elsewhere."),
        "C20": tr("The factory stands outside of the industrial park it declares."),
        "C20_undeclared": tr("The factory stands inside an industrial park that it does not declare."),
        "C21": tr("The point is not on the factory's own premises."),
        "C22_site": tr("The stated area of the premises {name} is not that of their polygon."),
        "C22_factory": tr("The stated area is none that a factory of this register has."),
        "C22_park": tr("The stated area of the park {name} is not that of its polygon."),
        "C23": tr("The activity or the size class is not valid."),
        "C24": tr("A word for “nothing” stands where a value should be, or a day is one off."),
        "C25": tr("Dates contradict each other, the status, or today."),
    }


def code_titles() -> dict[str, str]:
    """Return each code with a few words for what it is, for forms and map tips."""
    return {
        "C01": tr("C01 swapped latitude and longitude"),
        "C02": tr("C02 metres for degrees"),
        "C03": tr("C03 swapped easting and northing"),
        "C04": tr("C04 neighbouring UTM zone"),
        "C05": tr("C05 Indian 1960, UTM metres"),
        "C06": tr("C06 Indian 1960, degrees"),
        "C07": tr("C07 datum of Thailand"),
        "C08": tr("C08 only in the text"),
        "C09": tr("C09 minutes read as decimals"),
        "C10": tr("C10 rounded"),
        "C11": tr("C11 mistyped digit"),
        "C12": tr("C12 centre of a unit"),
        "C13": tr("C13 zeros or a sign"),
        "C14": tr("C14 shared coordinate"),
        "C15": tr("C15 place of an office"),
        "C16": tr("C16 outside of the country or in water"),
        "C17": tr("C17 not in the declared unit"),
        "C18": tr("C18 registered twice"),
        "C19": tr("C19 one licence at two places"),
        "C20": tr("C20 not in the declared park"),
        "C21": tr("C21 not on its premises"),
        "C22": tr("C22 area in the wrong unit"),
        "C23": tr("C23 activity or size not valid"),
        "C24": tr("C24 word for “nothing”"),
        "C25": tr("C25 dates that contradict"),
    }


def registration_title() -> str:
    """Return what the code of a proposal made by the registration is called."""
    return tr("Coordinate of the registration")


def evidence() -> dict[str, str]:
    """Return the sentence of each piece of evidence."""
    return {
        "now_none": tr("There is no point."),
        "now_impossible": tr("{x}, {y} ({crs}) is no place in Cambodia."),
        "now_outside": tr("The point is {distance} outside of the declared unit."),
        "now_off_land": tr("The point is not on the land of the country."),
        "text_unread": tr("The text “{text}” cannot be read as a coordinate."),
        "text_zone": tr("The text “{text}” states UTM zone {zone}; all of Cambodia is in zone 48."),
        "text_apart": tr("The point is {distance} from its text."),
        "by_other_zone": tr("The numbers of “{text}” read in zone 48, although the text states zone {zone}."),
        "text_unshifted": tr("The point has the numbers of the text “{text}”, which is stated to be Indian 1960."),
        "no_text": tr("There is no original text."),
        "more_fit": tr("{count} more places fit and are not listed."),
        "by_text": tr("Read from the text “{text}”."),
        "by_swap": tr("The two numbers exchanged: their ranges in Cambodia, 9.9–14.7 and 102–108, do not overlap."),
        "by_utm": tr("Read as UTM zone 48 (WGS 84)."),
        "by_degrees": tr("Read as degrees."),
        "by_en_swap": tr("Easting and northing exchanged: their ranges in Cambodia do not overlap."),
        "by_sign": tr("Without the minus sign: Cambodia is north of the equator and east of Greenwich."),
        "by_zone": tr("Moved by 6 degrees of longitude: the same numbers in UTM zone 48."),
        "by_seconds": tr("The decimals read as minutes and seconds (DD.MMSS)."),
        "by_minutes": tr("The decimals read as minutes (DD.MM)."),
        "by_C05": tr("UTM numbers read as Indian 1960: 419 m to the west and 323 m to the north."),
        "by_C06": tr("Degrees read as Indian 1960: 430 to 505 m to the north-west."),
        "by_C07": tr("The numbers read as Indian 1960 of Cambodia and Vietnam (EPSG:3148, EPSG:4131)."),
        "by_blank": tr("Remove the location: nothing tells where the factory is."),
        "by_site": tr("The place farthest from the border of the premises."),
        "digit_swapped": tr("Two neighbouring digits exchanged: {before} → {after}."),
        "digit_added": tr("A digit too many taken out: {before} → {after}."),
        "digit_dropped": tr("A missing digit put in: {before} → {after}."),
        "digit_point": tr("The decimal point put elsewhere: {before} → {after}."),
        "fits_unit": tr("There it is inside of all declared units that can be compared ({levels})."),
        "fits_nearly": tr("There it is {distance} outside of the declared unit, which is within its accuracy."),
        "fits_part": tr(
            "There it agrees with {levels} of the declared units and is {distance} outside of the smallest."
        ),
        "fits_not": tr("There it is {distance} outside of the declared unit."),
        "fits_country": tr("There it is in Cambodia; no declared unit can be compared."),
        "fits_area": tr("There it is inside of the park or premises that it declares."),
        "fits_park": tr("There it is inside of the declared park."),
        "rivals": tr("Other places that fit as well: {count}."),
        "no_vote": tr("A wrong code of the unit would explain it as well; the other factories do not tell."),
        "others_shifted": tr("Other sources of this file have the same error."),
        "vote_shift": tr(
            "Of {count} factories of the group, the shift takes {into} into the unit, park or premises they declare, "
            "and {out} out."
        ),
        "vote_weight": tr(
            "Of these, {places} places count, at {borders} borders that have no unit in common and are up to "
            "{distance} apart, and {against} against: at least {ratio} times as likely with the shift as without."
        ),
        "units_alone": tr("No park or premises tells: it is so, or the layer of units is on another datum."),
        "vote_crs": tr(
            "The layer is labelled {crs}. Read as Indian 1960, {into} more factories are where they declare, and {out} "
            "fewer."
        ),
        "vote_minutes": tr(
            "Of {count} factories of the group, {few} have both decimals below 0.6; read as minutes, {into} more are "
            "where they declare, and {out} fewer."
        ),
        "vote_slip": tr("{members} of {count} factories of the group have this error."),
        "vote_grid": tr("{members} of {count} factories of the group lie on a grid of {grid}."),
        "on_grid": tr("Both numbers lie on a grid of {grid}: the place is known to {half} at best."),
        "on_digits": tr("The digits of the text tell the place to {half} at best."),
        "at_centre": tr("The point is {distance} from the centre of {unit}."),
        "zero": tr("The numbers are {x} and {y}."),
        "shared_place": tr("{count} factories of {operators} operators have this very coordinate."),
        "at_office": tr("The point is {distance} from {office}."),
        "beyond_limits": tr("{lon}, {lat} is beyond Cambodia's limits."),
        "off_land": tr("The point is {distance} off the land."),
        "in_water": tr("The point is in the water, {distance} from the shore."),
        "unit_near": tr(
            "It declares {declared}, but is {distance} outside of it, in {actual}: within the inaccuracy of the border."
        ),
        "unit_near_nowhere": tr(
            "It declares {declared}, but is {distance} outside of it, in no unit: within the inaccuracy of the border."
        ),
        "unit_neighbour_nowhere": tr("It declares {declared}, but is {distance} outside of it, in no unit."),
        "unit_far_nowhere": tr(
            "It declares {declared}, but is {distance} outside of it, in no unit: far beyond its accuracy."
        ),
        "unit_neighbour": tr("It declares {declared}, but is {distance} outside of it, in {actual}."),
        "unit_far": tr("It declares {declared}, but is in {actual}, {distance} away: far beyond its accuracy."),
        "older_list": tr("{declared} is the code of an older list; today the place is in {actual}."),
        "codes_differ": tr("The code {code} is not inside of {outer}."),
        "code_unknown": tr("There is no {level} with the code {code}."),
        "licence": tr("{licence} is also the licence of {others}, up to {distance} away."),
        "licence_many": tr("{licence} is also the licence of {others} and {count} more, up to {distance} away."),
        "park_away": tr("The declared park, {park}, is {distance} away."),
        "park_undeclared": tr("The point is inside of {park}, {distance} from its border."),
        "off_site": tr("The point is {distance} outside of the premises."),
        "area_none": tr("The stated area is {stated} ha: 0 is how spreadsheets write “not known”."),
        "area_small": tr(
            "Stated {stated} ha; half of the factories state more than {median} ha. Multiplied by {times} it would be "
            "usual: {fits} ha."
        ),
        "area_large": tr(
            "Stated {stated} ha; half of the factories state less than {median} ha. Divided by {times} it would be "
            "usual: {fits} ha."
        ),
        "area_zero": tr("The stated area is {stated}; the polygon has {drawn} ha."),
        "area_m2": tr("Stated {stated}, drawn {drawn} ha: the figure is probably square metres."),
        "area_ares": tr("Stated {stated}, drawn {drawn} ha: the figure is probably ares."),
        "area_km2": tr("Stated {stated}, drawn {drawn} ha: the figure is probably square kilometres."),
        "area_rai": tr("Stated {stated}, drawn {drawn} ha: the figure is probably rai."),
        "area_ha_for_m2": tr("Stated {stated}, drawn {drawn} ha: the figure is too small by ten thousand."),
        "area_thousands": tr("Stated {stated}, drawn {drawn} ha: a factor of a thousand."),
        "area_thousandths": tr("Stated {stated}, drawn {drawn} ha: a factor of a thousand."),
        "area_differs": tr("Stated {stated}, drawn {drawn} ha: {ratio} times as much."),
        "value": tr("{field}: “{value}”, where {expected} is expected."),
        "token": tr("{field}: “{value}” should be empty."),
        "day_before": tr("{field}: {value} is midnight in Cambodia written in UTC: the day is {day}."),
        "ends_before": tr("The status ends on {end}, before it begins on {start}."),
        "after_closing": tr("It was registered on {day}, after it closed on {start}."),
        "in_future": tr("{field} is {day}, in the future."),
        "still_functional": tr("The status “functional” ended on {end}."),
        "lapsed": tr("The registration is “{status}”, but the factory is functional."),
        "duplicate_of": tr("Looks like {other}: {why}."),
    }  # fmt: skip


def reasons() -> dict[str, str]:
    """Return why a code was not applied, or not in full."""
    return {
        "no_admin": tr("no polygons of provinces, districts or communes were given"),
        "no_codes": tr("no factory declares a unit that the polygons have"),
        "no_level": tr("no polygons of this level were given: {level}"),
        "no_land": tr("no land was given: only places beyond Cambodia's limits are told"),
        "no_water": tr("no lakes and rivers were given"),
        "no_centres": tr("no centres of administrative units were given"),
        "no_offices": tr("no offices were given"),
        "no_parks": tr("no industrial parks were given"),
        "no_sites": tr("no premises of the factories were given"),
        "no_areas": tr("no stated areas of premises or parks were given"),
        "no_duplicates": tr("duplicates are looked for by “Find duplicates”"),
        "no_column": tr("the factories have no field {column}"),
    }


def levels() -> dict[str, str]:
    """Return what each level of administrative units is called."""
    return {
        "province": tr("province"),
        "district": tr("district"),
        "commune": tr("commune"),
        "village": tr("village"),
    }


def grids() -> dict[str, str]:
    """Return what each grid of rounded numbers is called."""
    return {
        "1 degree": tr("1 degree"),
        "0.1 degree": tr("0.1 degrees"),
        "0.01 degree": tr("0.01 degrees"),
        "1 minute": tr("1 minute"),
        "1 km": tr("1 km"),
        "written digits": tr("the last written digit"),
    }


def certainties() -> dict[str, str]:
    """Return the words for how sure a finding is."""
    return {"certain": tr("certain"), "likely": tr("likely"), "possible": tr("possible")}


class Speaker:
    """Says the sentences in the language of the running QGIS, which is asked for once."""

    def __init__(self) -> None:
        self._known = {
            "problem": problems(),
            "evidence": evidence(),
            "reason": reasons(),
            "level": levels(),
            "grid": grids(),
        }

    def say(self, kind: str, said: Said) -> str:
        """Return one sentence.

        Parameters
        ----------
        kind : str
            ``problem``, ``evidence`` or ``reason``.
        said : Said
        """
        values = {name: _shown(name, value, self._known) for name, value in said.values.items()}
        return self._known[kind][said.key].format(**values)

    def all(self, said: Iterable[Said]) -> str:
        """Return pieces of evidence as one paragraph, each once."""
        return " ".join(dict.fromkeys(self.say("evidence", one) for one in said))


def _shown(name: str, value: Any, known: Mapping[str, Mapping[str, str]]) -> str:
    if name in ("level", "grid"):
        return known[name].get(str(value), str(value))
    if isinstance(value, float):
        return metres(value) if name in _METRES else f"{value:.6g}"
    return str(value)


def metres(value: float) -> str:
    """Return a distance as people write it."""
    if value >= 10_000:
        return f"{value / 1000:,.0f} km"
    return f"{value / 1000:.1f} km" if value >= 1000 else f"{value:.0f} m" if value >= 10 else f"{value:.1f} m"
