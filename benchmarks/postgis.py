"""A PostgreSQL with PostGIS for one run: in a folder of its own, on a socket nobody else can reach, gone afterwards.

Debian's packages: postgresql, postgis and postgresql-NN-postgis-3, and python3-psycopg2, which QGIS brings along.
"""

from __future__ import annotations

import io
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .paths import Inputs

# Where the engines find the socket of the running server.
VARIABLE = "FACTORY_BENCHMARK_POSTGIS"
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))[-1:]
EXTENSION = list(Path("/usr/share/postgresql").glob("*/extension/postgis.control"))
# Room to work in for two cores and some gigabytes; no crash is to be survived.
SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "jit": "off",
    "shared_buffers": "512MB",
    "work_mem": "256MB",
    "maintenance_work_mem": "512MB",
    "max_parallel_workers_per_gather": "2",
    "parallel_setup_cost": "10",
    "parallel_tuple_cost": "0.001",
}


def absent() -> str:
    """Return why there can be no server here; empty if there can."""
    if not PROGRAMS or not EXTENSION:
        return "skipped: PostgreSQL with PostGIS is not installed"
    if os.geteuid() == 0 and _account() is None:
        return "skipped: PostgreSQL does not run as root, and there is no account postgres"
    return ""


def _account() -> str | None:
    """PostgreSQL refuses to run as the administrator."""
    try:
        return pwd.getpwnam("postgres").pw_name if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return None


@contextmanager
def server() -> Iterator[None]:
    """Run a fresh server; the engines of this process's children find it. Does nothing where there can be none."""
    if absent():
        yield
        return
    folder = Path(tempfile.mkdtemp(prefix="bench-pg-", dir="/tmp"))  # a socket's path must be short
    user = _account() if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)

    def call(program: str, *arguments: str) -> None:
        command = [str(PROGRAMS[0] / program), *arguments]
        done = subprocess.run(command, user=user, cwd=folder, stdout=subprocess.DEVNULL, timeout=120)
        done.check_returncode()

    data = str(folder / "data")
    options = " ".join([f"-k {folder}", *(f"-c {name}={value}" for name, value in SETTINGS.items())])
    try:
        call("initdb", "-D", data, "-A", "trust", "-U", "bench", "-E", "UTF8", "--no-sync")
        call("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        os.environ[VARIABLE] = str(folder)
        try:
            yield
        finally:
            os.environ.pop(VARIABLE, None)
            call("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def connect(inputs: Inputs, tables: Sequence[str]) -> Any:
    """Return a connection to the running server in which these layers of `inputs` are tables, with an index each.

    Parameters
    ----------
    inputs : Inputs
    tables : sequence of str
        Names of layers, as attributes of `inputs`; also the names of the tables. Column ``fid`` counts from 1.

    Returns
    -------
    psycopg2 connection
    """
    import psycopg2

    connection = psycopg2.connect(host=os.environ[VARIABLE], user="bench", dbname="postgres")
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'postgis'")
        if cursor.fetchone() is None:
            cursor.execute("CREATE EXTENSION postgis")
        schema = f"size_{inputs.size.lower()}"
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
        cursor.execute(f"SET search_path TO {schema}, public")
        for table in tables:
            cursor.execute("SELECT to_regclass(%s)", (f"{schema}.{table}",))
            if cursor.fetchone()[0] is None:
                _copy(cursor, getattr(inputs, table), table)
    return connection


def lines(rows: Iterable[Sequence[Any]]) -> io.StringIO:
    """Return rows of numbers as the text that COPY reads."""
    return io.StringIO("".join("\t".join(map(repr, row)) + "\n" for row in rows))


def _copy(cursor: Any, path: Path, table: str) -> None:
    """Load a layer as text rows, index it, and let the planner look at it."""
    import geopandas as gpd
    import pandas as pd
    import shapely

    frame = gpd.read_file(path)
    plain = pd.DataFrame(frame.drop(columns="geometry"))
    plain.insert(0, "fid", range(1, len(plain) + 1))
    plain["geom"] = shapely.to_wkb(shapely.set_srid(frame.geometry.to_numpy(), 32648), hex=True, include_srid=True)
    kinds = {"i": "bigint", "u": "bigint", "f": "double precision"}
    columns = [f"{name} {kinds.get(plain[name].dtype.kind, 'text')}" for name in plain.columns[:-1]]
    cursor.execute(f"CREATE TABLE {table} ({', '.join(columns)}, geom geometry)")
    text = io.StringIO()
    plain.to_csv(text, index=False, header=False)
    text.seek(0)
    cursor.copy_expert(f"COPY {table} FROM STDIN WITH (FORMAT csv)", text)
    cursor.execute(f"ALTER TABLE {table} ADD PRIMARY KEY (fid)")
    cursor.execute(f"CREATE INDEX ON {table} USING gist (geom)")
    cursor.execute(f"ANALYZE {table}")
