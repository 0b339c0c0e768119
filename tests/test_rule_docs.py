"""The examples of docs/rule-packs.md: what officers copy must be valid, and must show every test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from factory_locations.processing.rules import pack as rules

pytestmark = pytest.mark.usefixtures("qgis_app")

TEXT = (Path(__file__).resolve().parents[1] / "docs" / "rule-packs.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture
def packs(tmp_path) -> Path:
    whole, *parts, including = EXAMPLES
    (tmp_path / "my-town-plan.yaml").write_text(whole + "".join(parts), encoding="utf-8")
    (tmp_path / "my-province.yaml").write_text(including, encoding="utf-8")
    return tmp_path


def test_the_examples_make_one_pack_with_every_test(packs):
    pack = rules.read_pack(packs / "my-town-plan.yaml")
    assert [rule.id for rule in pack.rules] == [f"TOWN-{i:02}" for i in range(1, 12)]
    assert {rule.test for rule in pack.rules} == {
        rules.ZONE_PERMITS,
        rules.INSIDE_DECLARED_PARK,
        rules.DECLARES_ITS_PARK,
        rules.WITHIN,
        rules.NOT_WITHIN,
        rules.AT_LEAST,
        rules.AT_MOST,
        rules.OVERLAP_BELOW,
        rules.ZONE_MATRIX,
    }


def test_the_example_of_including_does_what_it_says(packs):
    pack = rules.read_pack(packs / "my-province.yaml")
    by_id = {rule.id: rule for rule in pack.rules}
    assert "TOWN-09" not in by_id
    assert (by_id["TOWN-07"].required("large"), by_id["TOWN-07"].required("small")) == (500, 100)
    assert by_id["TOWN-07"].citation.en == "Deika 7 of 2025, article 4"
    assert by_id["TOWN-07"].severity == "assessment"
    assert by_id["PROV-01"].pack_id == "my-province"


def test_every_entry_role_and_class_is_described():
    from factory_locations.processing.rules.schema import _validator

    schema = _validator("").schema
    entries = schema["definitions"]["entries"]["properties"]
    words = {*entries, *schema["properties"], *entries["role"]["enum"], *entries["theme"]["enum"]}
    words |= {name for names in rules.CLASSES.values() for name in names}
    assert {word for word in words if not re.search(rf"\b{re.escape(word)}\b", TEXT)} == set()
