"""What is measured: engines on loaded layers, whole processes from file to file, reading, and start-up."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import numpy as np

from . import buffers, clusters, compare, layers, near, postgis, report, writing
from .paths import Inputs
from .processes import (
    BUILD,
    PACKAGE,
    ROOT,
    Failed,
    Pythons,
    Run,
    Worker,
    enable_plugin,
    python_environment,
    pythons,
    qgis_environment,
    qgis_process,
)
from .processes import measure as run_process

REPEATS = {"XS": 1, "S": 7, "M": 5, "L": 3}
# A tool gets this long for one run, and no second run once it took longer than PATIENCE.
LIMIT, PATIENCE = 600.0, 45.0


@dataclass
class Row:
    """One tool's runs in one comparison.

    Attributes
    ----------
    name : str
    peer : bool
        Another tool; ratios are taken against the fastest of these.
    runs : list of Run
    inner : list of float
        Seconds of the algorithm alone, where it tells.
    note : str
        What else there is to say: failed, skipped, answers compared.
    differs : int
        Factories whose answer is another than the reference's, beyond what a missing border rule explains.
    loaded_mib : float
        The most memory that the process held before it was asked anything.
    """

    name: str
    peer: bool
    runs: list[Run] = field(default_factory=list)
    inner: list[float] = field(default_factory=list)
    note: str = ""
    differs: int = 0
    loaded_mib: float = 0.0

    @property
    def seconds(self) -> float | None:
        return median(run.seconds for run in self.runs) if self.runs else None


def measure(sizes: Sequence[str], parts: Sequence[str], repeats: int | None, *, with_peers: bool) -> int:
    """Measure and report; return 1 if any answers differ, else 0."""
    BUILD.mkdir(parents=True, exist_ok=True)
    with postgis.server() if with_peers else nullcontext():
        tables = _measured(sizes, parts, repeats, pythons(with_peers=with_peers))
    report.write(tables, BUILD)
    return int(any(row.differs for table in tables for row in table.rows))


def _measured(sizes: Sequence[str], parts: Sequence[str], repeats: int | None, found: Pythons) -> list[report.Table]:
    tables = []
    for size in sizes:
        inputs = layers.prepare(size, BUILD / "layers")
        times = repeats or REPEATS[size]
        about = f"{layers.SIZES[size].factories:,} factories, {layers.SIZES[size].zones:,} zones, {layers.PARKS} parks"
        for part, title, compared in (
            ("loaded", "Zone and park of each factory, permitted or not: layers in memory", loaded),
            ("files", "The same from GeoPackage to GeoPackage, whole processes", files),
            ("reading", "Reading the factories: geometry and three text fields", reading),
            (
                "rules",
                f"Forty rules, {layers.SIZES[size].receptors:,} receptors, {layers.SIZES[size].rivers:,} rivers",
                rules,
            ),
        ):
            if part in parts:
                rows = compared(inputs, found, times)
                tables.append(report.Table(f"{title} ({size}: {about})", rows, size, part))
                report.show(tables[-1])
        if "near" in parts:
            for question, rows in nearest(inputs, found, times).items():
                wanted = layers.SIZES[size]
                about = f"{wanted.factories:,} factories, {wanted.receptors:,} receptors, {wanted.rivers:,} rivers"
                title = f"{near.TITLES[question]}: layers in memory"
                tables.append(report.Table(f"{title} ({size}: {about})", rows, size, f"near {question}"))
                report.show(tables[-1])
        if "buffers" in parts:
            for title, rows in zones_of_classes(inputs, found, times).items():
                wanted = layers.SIZES[size]
                about = f"{wanted.factories:,} factories, {wanted.receptors:,} receptors, ten classes of 50 to 1,500 m"
                tables.append(report.Table(f"{title}: layers in memory ({size}: {about})", rows, size, "buffers"))
                report.show(tables[-1])
        if "clusters" in parts:
            title = f"{clusters.TITLE}: layers in memory ({size}: {layers.SIZES[size].factories:,} factories)"
            tables.append(report.Table(title, clustered(inputs, found, times), size, "clusters"))
            report.show(tables[-1])
        if "writing" in parts:
            wanted = layers.SIZES[size]
            about = f"{size}: {wanted.factories:,} factories, {wanted.zones:,} zones"
            for question, rows in written(inputs, found, times).items():
                title = f"{writing.TITLES[question]}: from memory to a GeoPackage"
                tables.append(
                    report.Table(
                        f"{title} ({about})",
                        rows,
                        size,
                        f"writing {question}",
                    )
                )
                report.show(tables[-1])
    if "start" in parts:
        title = "Start-up: one qgis_process call on the demo register"
        tables.append(report.Table(title, start(repeats or 5), "", "start"))
        report.show(tables[-1])
    return tables


def loaded(inputs: Inputs, found: Pythons, repeats: int) -> list[Row]:
    """Compare engines whose layers are in memory."""
    peers = found.peers or found.ours
    rows = {
        "ours": (Row("ours, exact coordinates", False), found.ours),
        "with_geopandas": (Row("geopandas", True), peers),
        "with_duckdb": (Row("DuckDB spatial", True), found.peers),
        "with_postgis": (Row("PostGIS", True, note=found.postgis), found.ours),
        "with_qgis": (Row("QGIS native", True), found.ours),
        "ours_accuracy": (Row("ours, with accuracy 5-15 m and declared parks", False), found.ours),
    }
    answers = _interleave_workers(rows, inputs, repeats)
    reference = answers.get("with_geopandas")
    for module, (row, _) in rows.items():
        if module in answers and reference is not None:
            _judge(row, module, reference, answers[module], inputs)
    return [row for row, _ in rows.values()]


def nearest(inputs: Inputs, found: Pythons, repeats: int) -> dict[str, list[Row]]:
    """Compare how the nearest few are found; one table a question."""
    tools = {
        "near_ours": (Row("ours", False), found.ours),
        "near_sklearn": (Row("scikit-learn", True), found.peers),
        "near_duckdb": (Row(f"DuckDB spatial, within {near.FAR_M:,.0f} m", True), found.peers),
        "near_postgis": (Row("PostGIS", True, note=found.postgis), found.ours),
        "near_qgis": (Row("QGIS native", True), found.ours),
    }
    return _by_question(tools, [name for name, _, _ in near.QUESTIONS], "near_qgis", near.different, inputs, repeats)


def written(inputs: Inputs, found: Pythons, repeats: int) -> dict[str, list[Row]]:
    """Compare how a whole GeoPackage is written; one table a layer."""
    tools = {
        "write_ours": (Row("ours", False), found.ours),
        "write_geopandas": (Row("geopandas.to_file", True), found.ours),
        "write_geopandas_arrow": (Row("geopandas.to_file, Arrow", True), found.peers),
        "write_qgis": (Row("QgsVectorFileWriter", True), found.ours),
    }
    return _by_question(tools, list(writing.TITLES), "write_geopandas", writing.different, inputs, repeats)


def _by_question(
    tools: dict[str, tuple[Row, str | None]],
    questions: Sequence[str],
    reference_module: str,
    different: Callable[[np.ndarray, np.ndarray], int],
    inputs: Inputs,
    repeats: int,
) -> dict[str, list[Row]]:
    """Compare engines that answer several questions a run and time each of them."""
    answers = _interleave_workers(tools, inputs, repeats)
    out: dict[str, list[Row]] = {}
    for question in questions:
        for module, (row, _) in tools.items():
            told = answers.get(module, {})
            if f"seconds {question}" not in told:
                if row.note:  # it did not run at all
                    out.setdefault(question, []).append(Row(row.name, row.peer, note=row.note))
                continue
            peak = max((run.peak_mib for run in row.runs), default=0.0)
            runs = [Run(seconds, cpu, peak) for seconds, cpu in told[f"seconds {question}"].tolist()]
            this = Row(row.name, row.peer, runs)
            reference = answers.get(reference_module)
            if reference is not None:
                this.differs = different(reference[question], told[question])
                this.note = f"{this.differs} ANSWERS DIFFER" if this.differs else "same answers"
            out.setdefault(question, []).append(this)
    return out


def zones_of_classes(inputs: Inputs, found: Pythons, repeats: int) -> dict[str, list[Row]]:
    """Compare buffers by class, their unions, and what is inside of them; a table for all, and one a step."""
    buffers.prepare(inputs)
    peers = found.peers or found.ours
    tools = {
        "buffers_ours": (Row("ours", False), found.ours),
        "buffers_geopandas": (Row("geopandas", True), peers),
        "buffers_geopandas_subset": (Row("geopandas, disjoint subsets", True), found.peers),
        "buffers_duckdb": (Row("DuckDB spatial", True), found.peers),
        "buffers_postgis": (Row("PostGIS", True, note=found.postgis), found.ours),
        "buffers_qgis": (Row("QGIS native", True), found.ours),
    }
    answers = _interleave_workers(tools, inputs, repeats)
    ours = answers.get("buffers_ours")
    out: dict[str, list[Row]] = {title: [] for title in (buffers.TOTAL, *buffers.TITLES.values())}
    for module, (row, _) in tools.items():
        told = answers.get(module)
        steps = []
        for step, title in buffers.TITLES.items():
            this = Row(row.name, row.peer, note=row.note)
            if told is not None:
                peak = max(run.peak_mib for run in row.runs)
                this.runs = [Run(seconds, cpu, peak) for seconds, cpu in told[f"seconds {step}"].tolist()]
            if told is not None and ours is not None:
                this.differs = buffers.different(step, inputs, ours, told)
                this.note = f"{this.differs} ANSWERS DIFFER" if this.differs else "same answers"
            steps.append(this)
            out[title].append(this)
        row.differs = sum(step.differs for step in steps)
        if told is not None:
            row.note = f"{row.differs} ANSWERS DIFFER" if row.differs else "same answers"
        out[buffers.TOTAL].append(row)
    return out


def clustered(inputs: Inputs, found: Pythons, repeats: int) -> list[Row]:
    """Compare how clusters and their hulls are found."""
    xy = clusters.places(inputs)
    tools = {
        module: (
            Row(name, peer, note=found.postgis if "postgis" in module else ""),
            (found.peers or found.ours) if elsewhere else found.ours,
        )
        for module, name, peer, elsewhere in clusters.TOOLS
    }
    answers = _interleave_workers(tools, inputs, repeats)
    reference = answers.get(clusters.REFERENCE)
    for module, (row, _) in tools.items():
        if module in answers and reference is not None:
            row.differs = clusters.wrong(xy, reference, answers[module])
            peak = max(run.peak_mib for run in row.runs)
            about = f"{answers[module]['cluster'].max(initial=-1) + 1:,} clusters"
            about += f", {peak - row.loaded_mib:.0f} MiB above the loaded layer" if peak else ""
            row.note = f"{row.differs} ANSWERS DIFFER" if row.differs else f"same answers; {about}"
    return [row for row, _ in tools.values()]


def _judge(row: Row, module: str, reference: compare.Answer, answer: compare.Answer, inputs: Inputs) -> None:
    if module == "ours_accuracy":
        verdicts, counts = np.unique(answer["verdict"], return_counts=True)
        said = ", ".join(f"{verdict} {count / counts.sum():.1%}" for verdict, count in zip(verdicts, counts))
        row.note = f"answers more: {said}"
        return
    different, excused = compare.differences(reference, answer, inputs)
    row.differs = different - excused
    if row.differs:
        row.note = f"{row.differs} ANSWERS DIFFER"
    elif excused:
        other = "no border rule" if row.peer else "not decided"
        row.note = f"same answers, but {other}: {excused} on a shared border"
    else:
        row.note = "same answers"


def _interleave_workers(
    rows: dict[str, tuple[Row, str | None]], inputs: Inputs, repeats: int
) -> dict[str, compare.Answer]:
    """Run A B C A B C ... in processes that stay, so that a disturbance hits all alike."""
    workers: dict[str, Worker] = {}
    answers: dict[str, compare.Answer] = {}
    try:
        for module, (row, python) in rows.items():
            if python is None:
                row.note = "skipped: not installed"
            if row.note:
                continue
            with _noting(row):
                workers[module] = Worker(row.name, python, module, inputs.size, inputs.folder, LIMIT)
                row.loaded_mib = workers[module].load_mib
        for _ in range(repeats):
            for module, worker in workers.items():
                row = rows[module][0]
                if not row.note and not _too_slow(row):
                    with _noting(row):
                        row.runs.append(worker.run())
        with tempfile.TemporaryDirectory(dir=BUILD) as folder:
            for module, worker in workers.items():
                if rows[module][0].runs:
                    path = Path(folder) / f"{module}.npz"
                    worker.save(path)
                    answers[module] = dict(np.load(path))
    finally:
        for worker in workers.values():
            worker.close()
    return answers


def _too_slow(row: Row) -> bool:
    return bool(row.runs) and row.runs[-1].seconds > PATIENCE


class _noting:
    """Turn a tool's failure into a note in its row; the others go on."""

    def __init__(self, row: Row) -> None:
        self.row = row

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type | None, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, Failed):
            said = str(error).strip().splitlines()
            self.row.note = " … ".join(dict.fromkeys((said[0], said[-1])))
            return True
        return False


@dataclass(frozen=True)
class Job:
    """A whole process from file to file."""

    row: Row
    command: Callable[[Path], list[str]]
    environment: dict[str, str]


def files(inputs: Inputs, found: Pythons, repeats: int) -> list[Row]:
    """Compare whole processes: start, read, judge, write a GeoPackage with a row a factory, end."""
    with tempfile.TemporaryDirectory(dir=BUILD) as name:
        folder = Path(name)
        jobs = _jobs(inputs, found, folder)
        for _ in range(repeats):
            for job in jobs:
                if not job.row.note and not _too_slow(job.row):
                    _run_job(job, folder)
        reference = next((job for job in jobs if job.row.name.startswith("geopandas") and job.row.runs), None)
        for job in jobs:
            if job.row.runs and reference is not None:
                _compare_outputs(job, reference, folder, inputs)
    return [job.row for job in jobs]


def _output(job: Job, folder: Path) -> Path:
    return folder / ("".join(c if c.isalnum() else "_" for c in job.row.name) + ".gpkg")


def _run_job(job: Job, folder: Path) -> None:
    output = _output(job, folder)
    output.unlink(missing_ok=True)
    with _noting(job.row):
        job.row.runs.append(run_process(job.command(output), job.environment, LIMIT))
        summary = output.with_suffix(".json")
        if summary.is_file():
            job.row.inner.append(json.loads(summary.read_text(encoding="utf-8"))["run"]["seconds"])


def _compare_outputs(job: Job, reference: Job, folder: Path, inputs: Inputs) -> None:
    output = _output(job, folder)
    size = f"{output.stat().st_size / 2**20:.0f} MiB written"
    if "accuracy" in job.row.name:
        job.row.note = f"answers more; {size}"
        return
    _judge(job.row, "", compare.written(_output(reference, folder)), compare.written(output), inputs)
    job.row.note = f"{job.row.note}; {size}"


def _jobs(inputs: Inputs, found: Pythons, folder: Path) -> list[Job]:
    jobs = []
    script = f"{PACKAGE}.benchmarks.engines"
    here = [inputs.size, str(inputs.folder)]
    program = qgis_process()
    if program is None:
        jobs.append(Job(Row("ours", False, note="skipped: no qgis_process"), lambda _: [], {}))
    else:
        enable_plugin()
        jobs.append(_our_job("ours, exact coordinates", program, inputs, inputs.factories))
    peers = found.peers or found.ours
    jobs.append(
        Job(
            Row("geopandas script", True),
            lambda out: [peers, "-m", f"{script}.with_geopandas", *here, str(out)],
            python_environment(),
        )
    )
    jobs.append(
        Job(
            Row("DuckDB script", True, note="" if found.peers else "skipped: not installed"),
            lambda out: [str(found.peers), "-m", f"{script}.with_duckdb", *here, str(out)],
            python_environment(),
        )
    )
    if program is not None:
        jobs.append(_qgis_job(found.ours, program, inputs, folder))
        jobs.append(_our_job("ours, with accuracy 5-15 m and declared parks", program, inputs, inputs.register))
    return jobs


def _our_job(name: str, program: str, inputs: Inputs, factories: Path, more: Sequence[str] = ()) -> Job:
    def command(output: Path) -> list[str]:
        return [
            program,
            "run",
            "factory:check_locations",
            "--",
            f"FACTORIES={factories}",
            f"ZONING={inputs.zones}",
            f"PARKS={inputs.parks}",
            *(more or [f"RULES={inputs.pack}"]),
            f"OUTPUT={output}",
            f"SUMMARY={output.with_suffix('.json')}",
        ]

    return Job(Row(name, False), command, qgis_environment(plugin=True))


def _qgis_job(python: str, program: str, inputs: Inputs, folder: Path) -> Job:
    model = folder / "joins.model3"
    module = f"{PACKAGE}.benchmarks.engines.with_qgis"
    run_process([python, "-m", module, str(inputs.permits), str(model)], python_environment(), LIMIT)

    def command(output: Path) -> list[str]:
        layers_in = [f"FACTORIES={inputs.factories}", f"ZONES={inputs.zones}", f"PARKS={inputs.parks}"]
        name = model.with_suffix(".output").read_text(encoding="utf-8")
        return [program, "run", str(model), "--", *layers_in, f"{name}={output}"]

    return Job(Row("QGIS native, a model", True), command, qgis_environment(plugin=False))


def rules(inputs: Inputs, found: Pythons, repeats: int) -> list[Row]:
    """Measure a whole process with forty rules about zones, parks, receptors and rivers; no other tool has them."""
    program = qgis_process()
    if program is None:
        return [Row("ours, forty rules", False, note="skipped: no qgis_process")]
    enable_plugin()
    more = [f"RECEPTORS={inputs.receptors}", f"RIVERS={inputs.rivers}", f"RULES={inputs.rules}"]
    job = _our_job("ours, forty rules", program, inputs, inputs.register, more)
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        for _ in range(repeats):
            if not job.row.note and not _too_slow(job.row):
                _run_job(job, Path(folder))
        if job.row.runs:
            output = _output(job, Path(folder))
            counts = json.loads(output.with_suffix(".json").read_text(encoding="utf-8"))["counts"]["rules"]
            listed = sum(rule["fail"] + rule["undecided"] + rule["no data"] for rule in counts.values())
            job.row.note = f"{listed:,} findings; {output.stat().st_size / 2**20:.0f} MiB written"
    return [job.row]


def reading(inputs: Inputs, found: Pythons, repeats: int) -> list[Row]:
    """Compare ways to get the factories out of a GeoPackage."""
    rows = {
        "read_stream": (Row("ours, Arrow stream", False), found.ours),
        "read_iterator": (Row("ours, feature iterator (edited or joined layers)", False), found.ours),
        "read_geopandas": (Row("geopandas.read_file", True), found.ours),
        "read_geopandas_arrow": (Row("geopandas.read_file, Arrow", True), found.peers),
    }
    answers = _interleave_workers(rows, inputs, repeats)
    count = layers.SIZES[inputs.size].factories
    reference = answers.get("read_geopandas")
    for module, (row, _) in rows.items():
        if row.runs and reference is not None:
            same = all(np.array_equal(answers[module][key], reference[key]) for key in reference)
            row.differs = 0 if same else count
            row.note = f"{row.seconds / count * 1e6:.2f} µs a feature; {'same values' if same else 'VALUES DIFFER'}"
    return [row for row, _ in rows.values()]


def start(repeats: int) -> list[Row]:
    """Compare what one call of `qgis_process` costs on a small register."""
    demo, program = ROOT / "data" / "demo" / "demo.gpkg", qgis_process()
    if program is None or not demo.is_file():
        return [Row("qgis_process", False, note="skipped: no qgis_process, or no demo register")]
    enable_plugin()
    roles = [f"{role.upper()}={demo}|layername={role}" for role in ("factories", "zoning", "parks")]

    def buffer(output: Path) -> list[str]:
        source = f"INPUT={demo}|layername=factories"
        return [program, "run", "native:buffer", "--", source, "DISTANCE=100", f"OUTPUT={output}"]

    def check(output: Path) -> list[str]:
        written = [f"OUTPUT={output}", f"SUMMARY={output.with_suffix('.json')}"]
        return [program, "run", "factory:check_locations", "--", *roles, *written]

    bare, with_plugin = qgis_environment(plugin=False), qgis_environment(plugin=True)
    jobs = [
        Job(Row("native:buffer", True), buffer, bare),
        Job(Row("native:buffer, this plugin enabled", False), buffer, with_plugin),
        Job(Row("factory:check_locations", False), check, with_plugin),
    ]
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        for round_ in range(repeats + 1):
            for job in jobs:
                _run_job(job, Path(folder))
                if not round_ and job.row.runs:  # the first call fills caches and writes the profile
                    job.row.runs.clear()
                    job.row.inner.clear()
    base = jobs[0].row.seconds
    for job in jobs[1:]:
        if base is not None and job.row.seconds is not None:
            job.row.note = f"{job.row.seconds - base:+.2f} s"
    return [job.row for job in jobs]
