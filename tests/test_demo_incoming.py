"""The demo's files for officers: built the same again, and read as their keys say."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections import Counter

import pytest

gpd = pytest.importorskip("geopandas")
shapely = pytest.importorskip("shapely")

FILES = ("incoming.csv", "incoming_key.csv")


@pytest.fixture(scope="module")
def demo(root):
    return root / "data" / "demo"


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def key(demo):
    return table(demo / "incoming_key.csv")


@pytest.fixture(scope="module")
def communes(demo):
    return gpd.read_file(demo / "admin.gpkg", layer="communes")


@pytest.fixture(scope="module")
def read(demo, qgis_app):
    """The rows of `incoming.csv` as its profile reads them, and what there was to say."""
    from factory_locations.processing.mapping.profile import apply_profile, bind, load_profile
    from factory_locations.processing.mapping.table_input import open_table

    profile = load_profile(demo / "incoming.yaml")
    source = open_table(demo / "incoming.csv", profile.source)
    profile = bind(profile, source.names)
    (chunk,) = source.chunks()
    return apply_profile(profile, chunk)


def rebuilt(demo, script, folder):
    subprocess.run([sys.executable, demo / script, "--output", folder], check=True, capture_output=True, timeout=300)


@pytest.mark.slow
def test_the_files_are_what_the_script_makes(demo, tmp_path):
    rebuilt(demo, "build_incoming.py", tmp_path)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (demo / name).read_bytes(), name


@pytest.mark.slow
def test_the_communes_are_what_the_script_makes(demo, communes, tmp_path):
    rebuilt(demo, "build_admin.py", tmp_path)
    again = gpd.read_file(tmp_path / "admin.gpkg", layer="communes")
    assert again.drop(columns="geometry").equals(communes.drop(columns="geometry"))
    off = shapely.area(shapely.symmetric_difference(again.geometry.to_numpy(), communes.geometry.to_numpy()))
    assert off.max() < 5000  # square metres, of square kilometres: another GEOS rounds another way


def test_every_commune_has_an_area_inside_its_province(demo, demo_gpkg, communes):
    listed = [row["code"] for row in table(demo.parent / "gazetteer" / "admin_units.csv") if row["level"] == "commune"]
    assert sorted(communes["commune_code"]) == sorted(listed)
    assert communes.is_valid.all()
    assert (demo / "admin.gpkg").stat().st_size < 1.5e6
    provinces = gpd.read_file(demo_gpkg, layer="provinces")
    assert communes.area.sum() == pytest.approx(provinces.area.sum(), rel=1e-5)


def test_factories_of_the_register_stand_in_the_district_they_declare(demo_gpkg, communes):
    factories = gpd.read_file(demo_gpkg, layer="factories")
    located = factories[factories.geometry.notna()]
    joined = located.sjoin(communes[["district_code", "commune_code", "geometry"]], rsuffix="area", lsuffix="own")
    assert len(joined) == len(located)
    told = joined["district_code_own"].notna()
    assert (joined["district_code_own"] == joined["district_code_area"])[told].all()
    told = joined["commune_code_own"].notna()
    assert (joined["commune_code_own"] == joined["commune_code_area"])[told].all()


def test_the_key_has_a_line_for_each_row_and_every_class(demo, key):
    rows = demo.joinpath("incoming.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 121
    assert [int(row["row"]) for row in key] == list(range(1, 121))
    counts = Counter(row["code"] for row in key)
    assert set(counts) - {""} == {f"C{n:02d}" for n in range(1, 26)} - {"C07", "C21", "C22"}
    assert counts[""] > 30
    known = {row["register_id"] for row in key if row["register_id"]}
    assert len(known) == 18


def test_the_profile_reads_every_row_whose_place_needs_no_repair(read, key):
    frame, _ = read
    right = [(row, line) for row, line in zip(frame.itertuples(), key) if line["place"] == "right"]
    assert len(right) > 75
    off = [float(metres(row.lon, row.lat, float(line["right_lon"]), float(line["right_lat"]))) for row, line in right]
    wrong = [(line["row"], line["code"], d) for (_, line), d in zip(right, off) if not d < 0.2]
    assert wrong == []


def metres(lon, lat, to_lon, to_lat):
    from pyproj import Geod

    return Geod(ellps="WGS84").inv(lon, lat, to_lon, to_lat)[2]


def test_rows_that_need_a_repair_are_read_at_the_wrong_place_or_at_none(read, key):
    frame, _ = read
    for row, line in zip(frame.itertuples(), key):
        if line["place"] == "repair" and row.lon == row.lon:
            assert metres(row.lon, row.lat, float(line["right_lon"]), float(line["right_lat"])) > 300, line


def test_the_profile_finds_the_units_and_the_values(read, key):
    frame, _ = read
    plain = [k for k, line in enumerate(key) if line["code"] in ("", "C08") and not line["register_id"]]
    assert frame["commune_code"].iloc[plain].notna().all()
    assert (frame["province_code"].iloc[plain] == "05").all()
    assert (frame["employees"].iloc[plain] > 0).all()
    assert frame["registration_date"].iloc[plain].notna().all()
    assert set(frame["size_class"].iloc[plain]) <= {"micro", "small", "medium", "large"}


# -- what the officer does with them: import, look for duplicates, check ------------------------------------------


@pytest.fixture(scope="module")
def imported(demo, demo_gpkg, provider, tmp_path_factory):
    """A copy of the demo's register with the list imported, and the report's file."""
    from factory_locations.tests.conftest import Runner

    folder = tmp_path_factory.mktemp("imported")
    shutil.copy(demo_gpkg, folder / "register.gpkg")
    runner = Runner()
    counts = runner(
        "import_register",
        {
            "INPUT": str(demo / "incoming.csv"),
            "PROFILE": str(demo / "incoming.yaml"),
            "REGISTER": f"{folder / 'register.gpkg'}|layername=factories",
            "REPORT": str(folder / "report.gpkg"),
        },
    )
    yield folder, counts
    runner.context = runner.feedback = None


@pytest.fixture(scope="module")
def ids(imported, key):
    """The factory id that each row of the list got, None for the rejected."""
    register = gpd.read_file(imported[0] / "register.gpkg", layer="factories")
    by_licence = register.drop_duplicates("licence_no", keep="last").set_index("licence_no")["factory_id"]
    seen, out = set(), []
    for line in key:
        licence = line["licence_no"]
        out.append(None if licence in seen else by_licence[licence])
        seen.add(licence)
    return out


def test_importing_the_list_adds_updates_and_sets_aside(imported):
    _, counts = imported
    told = {name: counts[name] for name in ("ROWS_READ", "NEW", "UPDATED", "UNCHANGED", "REJECTED")}
    # two licences are used twice: which row is right, the import cannot know
    assert told == {"ROWS_READ": 120, "NEW": 104, "UPDATED": 5, "UNCHANGED": 9, "REJECTED": 2}


def test_the_duplicates_of_the_key_are_found(imported, run, key, ids, tmp_path):
    folder, _ = imported
    run(
        "find_duplicates",
        {
            "FACTORIES": f"{folder / 'register.gpkg'}|layername=factories",
            "MIN_CERTAINTY": 2,
            "OUTPUT": str(tmp_path / "pairs.gpkg"),
        },
    )
    pairs = gpd.read_file(tmp_path / "pairs.gpkg", layer="pairs")
    columns = ["factory_id_a", "factory_id_b"]
    found = [frozenset(pair) for pair in pairs[columns].to_numpy().tolist()]
    by_licence = {line["licence_no"]: one for line, one in zip(key, ids) if one}
    wanted = [(line, one) for line, one in zip(key, ids) if line["code"] == "C18"]
    for line, one in wanted:
        other = line["register_id"] or by_licence[line["note"].split()[-3]]
        assert frozenset((one, other)) in found, line


# What the check says of a row of each class once it is imported. Not here: what the import has read (C01 to C03, C08),
# set aside (C19) or emptied (C24 in other columns, a code that no list has), and what duplicates are.
TOLD = {
    "C04": {"C04"}, "C05": {"C05"}, "C09": {"C09"}, "C10": {"C10"}, "C11": {"C11"}, "C12": {"C12"},
    "C13": {"C13", "C08"}, "C14": {"C14"}, "C15": {"C15"}, "C16": {"C16"}, "C17": {"C17"}, "C20": {"C20"},
    "C23": {"C23"}, "C24": {"C24", "C08"}, "C25": {"C25"},
}  # fmt: skip


@pytest.fixture(scope="module")
def checked(imported, demo, demo_gpkg, provider):
    """What `check_coordinates` says of the register with the list in it."""
    from factory_locations.tests.conftest import Runner
    from factory_locations.tests.seeded import processing

    folder, _ = imported
    runner = Runner()
    runner(
        "check_coordinates",
        {
            "FACTORIES": f"{folder / 'register.gpkg'}|layername=factories",
            "ADMIN_COMMUNES": f"{demo / 'admin.gpkg'}|layername=communes",
            "OFFICES": f"{demo / 'admin.gpkg'}|layername=offices",
            "LAND": f"{demo_gpkg}|layername=country",
            "WATER": f"{demo_gpkg}|layername=lakes",
            "PARKS": f"{demo_gpkg}|layername=parks",
            "OUTPUT": str(folder / "found.gpkg"),
        },
    )
    runner.context = runner.feedback = None
    return processing.read(folder / "found.gpkg")


@pytest.mark.slow
def test_the_check_says_of_each_row_what_the_key_says(checked, key, ids):
    problems, _ = checked
    said = problems.groupby("factory_id")["code"].agg(set)
    for line, one in zip(key, ids):
        if line["code"] in TOLD and line["note"] != "no such commune" and line["place"] + line["code"] != "rightC24":
            assert TOLD[line["code"]] & said.get(one, set()), line


def test_the_check_proposes_the_right_place_of_each_row_that_needs_a_repair(checked, key, ids):
    _, proposals = checked
    best = proposals[proposals["rank"] == 1].drop_duplicates("factory_id").set_index("factory_id")
    for line, one in zip(key, ids):
        if line["place"] != "repair" or (line["code"] == "C06" and "nothing" in line["note"]):
            continue
        assert one in best.index, line
        new = best.loc[one]
        assert metres(new["new_lon"], new["new_lat"], float(line["right_lon"]), float(line["right_lat"])) < 1, line


def test_no_move_is_proposed_for_a_row_that_is_right(checked, key, ids, demo_gpkg):
    _, proposals = checked
    moved = set(proposals.loc[proposals["moved_m"] > 1, "factory_id"])
    assert not moved & {one for line, one in zip(key, ids) if line["place"] == "right" and line["code"] != "C17"}
    register = set(gpd.read_file(demo_gpkg, layer="factories")["factory_id"])
    # One stands 185 m outside of its declared park, and the old datum would explain that: possible, no more.
    assert not register & set(proposals.loc[proposals["certainty"] != "possible", "factory_id"])
    assert len(moved & register) <= 1


def test_the_commands_of_the_guide_work(qgis_process, demo, demo_gpkg, tmp_path):
    shutil.copy(demo_gpkg, tmp_path / "register.gpkg")
    register = f"{tmp_path / 'register.gpkg'}|layername=factories"
    done = qgis_process(
        *("run", "factory:import_register", f"--INPUT={demo / 'incoming.csv'}", f"--PROFILE={demo / 'incoming.yaml'}"),
        *(f"--REGISTER={register}", f"--REPORT={tmp_path / 'report.gpkg'}"),
    )
    assert done.returncode == 0, done.stderr
    assert "Rows read: 120 = new 104 + updated 5 + unchanged 9 + rejected 2." in done.stdout
    done = qgis_process(
        *("run", "factory:check_coordinates", f"--FACTORIES={register}"),
        *(f"--ADMIN_COMMUNES={demo / 'admin.gpkg'}|layername=communes", f"--OUTPUT={tmp_path / 'found.gpkg'}"),
        *(f"--OFFICES={demo / 'admin.gpkg'}|layername=offices", f"--PARKS={demo_gpkg}|layername=parks"),
    )
    assert done.returncode == 0, done.stderr
    proposals = gpd.read_file(tmp_path / "found.gpkg", layer="proposals")
    assert {"C04", "C05", "C09", "C11", "C13"} <= set(proposals["code"])
