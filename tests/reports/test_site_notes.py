"""What an assessment has to say of one site is not printed on the pages of the others."""

from __future__ import annotations

from factory_locations.processing.sites.words import notes_on


def test_a_page_has_what_is_of_all_sites_and_of_its_own():
    one = {"id": "A", "notes": ["A stands in the register already."]}
    other = {"id": "B", "notes": ["B stands in the register already."]}
    silent = {"id": "C", "notes": []}
    document = {
        "sites": [one, other, silent],
        "notes": ["No rule is about roads.", *one["notes"], *other["notes"]],
    }
    assert notes_on(one, document) == ["No rule is about roads.", "A stands in the register already."]
    assert notes_on(silent, document) == ["No rule is about roads."]
