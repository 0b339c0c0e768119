"""The words printed on maps, in English and Khmer.

A map is printed in the language its reader speaks, whatever language QGIS runs in: so these words are chosen by the
algorithm's parameter and not by `tr`. Every entry has both languages; a test says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ENGLISH = "en"
KHMER = "km"
LANGUAGES = (ENGLISH, KHMER)

KHMER_OF = {
    # verdicts
    "Fails": "មិនអនុលោម",
    "Violation": "ការបំពាន",
    "Assessment": "ការវាយតម្លៃ",
    "Advice": "ដំបូន្មាន",
    "Undecided": "មិនទាន់សម្រេច",
    "No data": "គ្មានទិន្នន័យ",
    "Exempt": "លើកលែង",
    "Passes": "អនុលោម",
    "Not checked": "មិនទាន់ពិនិត្យ",
    "{count} of {all} rules were not checked: their layers are missing.": (
        "វិធាន {count} ក្នុងចំណោម {all} មិនបានពិនិត្យ ៖ ខ្វះស្រទាប់ទិន្នន័យ។"
    ),
    "{count} of {all} rules were not, or not wholly, checked: layers are missing.": (
        "វិធាន {count} ក្នុងចំណោម {all} មិនបានពិនិត្យ ឬពិនិត្យមិនគ្រប់ ៖ ខ្វះស្រទាប់ទិន្នន័យ។"
    ),
    "Up to {count} rules a factory were not checked: their layers are missing.": (
        "រោងចក្រខ្លះ មានវិធានរហូតដល់ {count} មិនបានពិនិត្យ ៖ ខ្វះស្រទាប់ទិន្នន័យ។"
    ),
    # zones
    "Residential": "លំនៅឋាន",
    "Commercial": "ពាណិជ្ជកម្ម",
    "Mixed use": "ប្រើប្រាស់ចម្រុះ",
    "Light industry": "ឧស្សាហកម្មធុនស្រាល",
    "General and heavy industry": "ឧស្សាហកម្មទូទៅ និងធុនធ្ងន់",
    "Agriculture": "កសិកម្ម",
    "Conservation": "អភិរក្ស",
    "Unknown zone": "តំបន់មិនស្គាល់",
    # headings and entries of the legend
    "Factories by verdict": "រោងចក្រតាមលទ្ធផលពិនិត្យ",
    "Factories": "រោងចក្រ",
    "Factory": "រោងចក្រ",
    "All factories shown": "រោងចក្រទាំងអស់លើផែនទី",
    "Zoning": "តំបន់ប្រើប្រាស់ដី",
    "Also on this map": "សញ្ញាផ្សេងទៀត",
    "Industrial park or SEZ": "សួនឧស្សាហកម្ម ឬ តំបន់ សេដ្ឋកិច្ចពិសេស",
    "From factory to conflict": "ពីរោងចក្រ ទៅចំណុច មិនអនុលោម",
    "Province boundary": "ព្រំប្រទល់ខេត្ត",
    "National boundary": "ព្រំប្រទល់ប្រទេស",
    "Area with a zoning plan": "តំបន់ដែលមានប្លង់ ប្រើប្រាស់ដី",
    "At this scale, zones are not told apart.": "មាត្រដ្ឋាននេះ មិនបង្ហាញតំបន់ នីមួយៗទេ។",
    "Where many stand together, none is drawn singly.": "នៅកន្លែង មានរោងចក្រច្រើន មិនគូសម្តងមួយៗទេ។",
    "Where many stand together, only those that fail are drawn singly.": (
        "នៅកន្លែង មានរោងចក្រច្រើន គូសម្តងមួយៗ តែរោងចក្រ មិនអនុលោម។"
    ),
    "Where many stand together, only those that fail or are undecided are drawn singly.": (
        "នៅកន្លែង មានរោងចក្រច្រើន គូសម្តងមួយៗ តែរោងចក្រ មិនអនុលោម ឬមិនទាន់សម្រេច។"
    ),
    "Where many stand together, those that pass or are exempt are not drawn singly.": (
        "នៅកន្លែង មានរោងចក្រច្រើន រោងចក្រអនុលោម ឬលើកលែង មិនគូសម្តងមួយៗទេ។"
    ),
    "Of these, those that fail": "ក្នុងនោះ រោងចក្រមិនអនុលោម",
    "Coast and boundaries are rough at this scale.": "មាត្រដ្ឋាននេះ ឆ្នេរ និងព្រំប្រទល់ គ្រាន់តែប្រហាក់ប្រហែល។",
    "Enlarged part, 1:{scale}": "ផ្នែកពង្រីក 1:{scale}",
    "Place with many factories, and their number": "កន្លែងមានរោងចក្រច្រើន និងចំនួនរោងចក្រ",
    "and {count} more": "និង {count} ទៀត",
    # layers of the demonstration data, by the names that the legend gives them
    "Rivers": "ទន្លេ",
    "Protected": "តំបន់ការពារធម្មជាតិ",
    "Protected areas": "តំបន់ការពារធម្មជាតិ",
    "Salt farmland": "ដីស្រែអំបិល",
    "Water intakes": "កន្លែងបូមទឹក",
    "Schools": "សាលារៀន",
    "Hospitals": "មន្ទីរពេទ្យ",
    # layers that other tools of the plugin write
    "Safety zones": "តំបន់សុវត្ថិភាព",
    "Clusters": "ចង្កោម",
    "Lakes and ponds": "បឹង និងស្រះ",
    "Rivers and canals": "ទន្លេ និងប្រឡាយ",
    # classes of those layers
    "{layer}: {sign}": "{layer}៖ {sign}",
    "Candidate for an SME cluster": "បេក្ខភាពចង្កោម SME",
    "Undecided: sizes or employees are missing": "មិនទាន់សម្រេច៖ ខ្វះទំហំ ឬ ចំនួនកម្មករនិយោជិត",
    "No candidate": "មិនមែនបេក្ខភាព",
    "Core of a cluster": "ស្នូលចង្កោម",
    "Edge of a cluster": "ព្រំចង្កោម",
    "In a cluster (HDBSCAN)": "ក្នុងចង្កោម (HDBSCAN)",
    "Noise: in no cluster": "មិនស្ថិតក្នុង ចង្កោមណា",
    "Not looked at: no sector": "មិនបានពិនិត្យ៖ គ្មានវិស័យ",
    "Level 1, innermost": "កម្រិត 1 ក្នុងបំផុត",
    "Level 2": "កម្រិត 2",
    "Level 3": "កម្រិត 3",
    "Further out": "កម្រិតឆ្ងាយជាងនេះ",
    "Reaches the other": "ទៅដល់រោងចក្រម្ខាងទៀត",
    "Each reaches the other": "ទៅដល់គ្នាទៅវិញទៅមក",
    "Without a zone": "គ្មានតំបន់សុវត្ថិភាព",
    "With zones": "មានតំបន់សុវត្ថិភាព",
    "May reach as far, by the accuracy of the place": "អាចទៅដល់ទីនេះ តាមភាពត្រឹមត្រូវ នៃទីតាំង",
    "{layer}: too small to be seen at this scale.": "{layer} ៖ តូចពេក មើលមិនឃើញ ក្នុងមាត្រដ្ឋាននេះ។",
    # the page of what changed since an earlier check
    "What changed": "អ្វីដែលប្រែប្រួល",
    "From the check of {before} to the check of {after}": "ពីការពិនិត្យថ្ងៃ {before} ដល់ការពិនិត្យថ្ងៃ {after}",
    "Since the earlier check": "គិតពីការពិនិត្យមុន",
    "Findings by rule": "របកគំហើញតាមវិធាន",
    "New": "ថ្មី",
    "Resolved": "បានដោះស្រាយ",
    "Changed": "ប្រែប្រួល",
    "Of added": "នៃរោងចក្រថែម",
    "Of added: findings of factories that the earlier check did not have.": (
        "នៃរោងចក្រថែម៖ របកគំហើញ នៃរោងចក្រដែលការពិនិត្យមុនមិនមាន។"
    ),
    "All rules": "វិធានទាំងអស់",
    "Factories by province": "រោងចក្រតាមរាជធានី-ខេត្ត",
    "Worse": "អន់ជាងមុន",
    "Better": "ល្អជាងមុន",
    "Added": "ថែម",
    "Removed": "ដកចេញ",
    "No province": "គ្មានរាជធានី-ខេត្ត",
    "All factories": "រោងចក្រទាំងអស់",
    "New violations, worst first: {count}": "ការបំពានថ្មី ធ្ងន់ជាងគេមុន៖ {count}",
    "No factory breaks a rule that it did not break before.": "គ្មានរោងចក្រណា បំពានវិធាន ដែលមិនបានបំពានពីមុនទេ។",
    "Province": "រាជធានី-ខេត្ត",
    "Rule": "វិធាន",
    "Measured": "វាស់បាន",
    # beneath the map
    "Scale 1:{scale}": "មាត្រដ្ឋាន 1:{scale}",
    "{scale} on {page} paper": "{scale} លើក្រដាស {page}",
    "Sources": "ប្រភព",
    "Rules": "វិធាន",
    "Coordinates": "កូអរដោនេ",
    "grid in degrees, WGS 84": "ក្រឡាគិតជាដឺក្រេ WGS 84",
    "Printed {date}": "បោះពុម្ព {date}",
    "illustrative": "សម្រាប់បង្ហាញ",
    "Illustrative data — not for decisions": "ទិន្នន័យសម្រាប់បង្ហាញ — មិនមែនសម្រាប់សម្រេចចិត្ត",
    "Verdicts are a screening result, not a legal decision.": (
        "លទ្ធផលនេះ គ្រាន់តែជាការពិនិត្យបឋម មិនមែនជា សេចក្តីសម្រេច តាមច្បាប់ទេ។"
    ),
    "{count} more lie beyond this map.": "{count} ទៀត ស្ថិតនៅក្រៅផែនទីនេះ។",
    "{count} have no location.": "{count} គ្មានទីតាំង។",
    "Backdrop": "ផ្ទៃខាងក្រោយ",
    "no date given": "គ្មានកាលបរិច្ឆេទ",
    # places
    "Cambodia": "កម្ពុជា",
    "Thailand": "ថៃ",
    "Laos": "ឡាវ",
    "Vietnam": "វៀតណាម",
    "Gulf of Thailand": "ឈូងសមុទ្រថៃ",
    # titles when none is given
    "Factory locations": "ទីតាំងរោងចក្រ",
    "Factory locations checked": "ការពិនិត្យទីតាំងរោងចក្រ",
}

MONTHS_KHMER = ("មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ")
MONTHS_ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True)
class Words:
    """Says things in one language.

    Parameters
    ----------
    language : str
        `en` or `km`.

    Raises
    ------
    ValueError
        For another language.
    """

    language: str = ENGLISH

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"no words in the language {self.language!r}; choose one of {', '.join(LANGUAGES)}")

    def __call__(self, english: str, **values: object) -> str:
        """Return `english` in this language, its placeholders filled with `values`.

        What is not in the table (the name of a person's own zone, a file's title) comes back as it is.
        """
        text = KHMER_OF.get(english, english) if self.language == KHMER else english
        return text.format(**values) if values else text

    def date(self, day: date) -> str:
        """Return a day written out, e.g. `3 May 2025`."""
        months = MONTHS_KHMER if self.language == KHMER else MONTHS_ENGLISH
        return f"{day.day} {months[day.month - 1]} {day.year}"

    def number(self, value: int) -> str:
        """Return a whole number with its thousands apart (a no-break space, as SI asks), e.g. `12 500`."""
        return f"{value:,}".replace(",", "\u00a0")
