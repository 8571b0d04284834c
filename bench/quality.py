"""Accuracy of the maps by configuration: a queue of trainings over scenes and seeds, and one table.

Usage: python bench/quality.py run PLAN.json --data SCENES --results quality.jsonl [--work FOLDER]
       python bench/quality.py table --results quality.jsonl [--against plain] [--final]

A plan names configurations (settings of the job *Train segmentation model*; ``null`` for ``plain_script.py``)
and queues runs, the most urgent first:

    {"configurations": {"plain": null, "lovasz": {"loss": "ce + lovasz", "validation": 0}},
     "queue": [{"configurations": ["plain", "lovasz"], "scenes": ["vehicles"], "folds": ["a", "b"],
                "seeds": [1, 2, 3], "steps": 250}]}

A run calls TopPixel's command line: ``train`` on the fold's training area, ``classify`` on its scored area;
then the map is scored. Within an entry of the queue, configurations alternate, so that each gets its first
run early. The plan is read again after every run, so that runs can be added meanwhile. A finished run is a
line of the results and is not repeated, not even after a restart; with ``--same-code`` it is repeated if the
code has changed since. A configuration's ``core`` is the path of another copy of the code, and its
``classify`` holds settings of the job *Classify raster*.

Settings are chosen by the folds ``a`` and ``b``, which cut the training area in two, and by ``thin a`` and
``thin b``, where only every fifth object of the rare class can be learned from. Only the fold ``final`` uses
the test area; it runs with ``--final`` alone.

The table has, for each scene and configuration, the mean ± standard deviation over folds and seeds, and the
paired difference to another configuration: over the runs with the same fold, seed and steps.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
import rasterio

from bench.quality_scenes import (
    FINAL_FOLD,
    IGNORED,
    INNER_FOLDS,
    SCENES,
    Fold,
    describe,
    inside,
    make_fold,
    read_area,
    read_target,
)
from bench.quality_scores import class_iou, confusion, count_objects
from core.contract.jobs.train import TrainJob
from core.geodata.chips.sampling import chips_per_epoch

Row = dict[str, Any]

ROOT = Path(__file__).parents[1]

PLAIN = Path(__file__).with_name("plain_script.py")


@dataclass(frozen=True)
class Run:
    """A training in the queue.

    Attributes:
        configuration: Its name.
        settings: Of the job; None for the plain script.
        scene: Name of the scene.
        fold: Name of the fold.
        seed: The seed.
        steps: Number of optimiser steps.
    """

    configuration: str
    settings: Mapping[str, Any] | None
    scene: str
    fold: str
    seed: int
    steps: int

    @property
    def key(self) -> str:
        """Hash of the settings and the data; the configuration's name does not matter."""
        what = [self.settings, self.scene, self.fold, self.seed, self.steps]
        return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()[:12]

    def core(self, default: Path) -> Path:
        """Folder of the code to run."""
        return Path((self.settings or {}).get("core", default))


def main() -> None:
    """Run the queue, or print the table."""
    options = read_arguments()
    if options.action == "table":
        folds = [fold for fold in allowed_folds(options) if fold in options.folds or not options.folds]
        rows = [row for row in read_results(options.results) if row["fold"] in folds]
        print("\n\n".join(tables([row for row in rows if row["steps"] == options.steps], options.against)))
        return
    options.work.mkdir(parents=True, exist_ok=True)
    tried: set[str] = set()
    while (run := next_run(options, tried)) is not None:
        tried.add(run.key)
        execute(run, options)


def read_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    actions = parser.add_subparsers(dest="action", required=True)
    run = actions.add_parser("run", help="run the queue of a plan")
    run.add_argument("plan", type=Path)
    data = os.environ.get("TOPPIXEL_DATA")
    run.add_argument(
        "--data", type=Path, default=data, required=not data, help="folder of the scenes; or TOPPIXEL_DATA"
    )
    run.add_argument("--work", type=Path, default=Path("quality-work"), help="where models and maps are kept")
    run.add_argument(
        "--core",
        type=Path,
        default=ROOT / "core",
        help="the code, unless a configuration names another copy",
    )
    run.add_argument("--same-code", action="store_true", help="repeat runs of other code")
    table = actions.add_parser("table", help="print the results")
    table.add_argument("--against", default="plain", help="configuration to compare with")
    table.add_argument("--steps", type=int, default=250)
    table.add_argument("--folds", nargs="+", default=[], help="only these folds")
    for action in (run, table):
        action.add_argument("--results", type=Path, default=Path("quality.jsonl"))
        action.add_argument("--final", action="store_true", help="use the test areas")
    return parser.parse_args()


def allowed_folds(options: argparse.Namespace) -> Sequence[str]:
    """Folds that may be run or shown."""
    return (FINAL_FOLD,) if options.final else INNER_FOLDS


# --- The queue ---


def next_run(options: argparse.Namespace, tried: set[str]) -> Run | None:
    """The first run of the plan that is neither finished nor tried by this process, or None."""
    done = {row["key"] for row in read_results(options.results) if is_current(row, options)}
    for run in planned(json.loads(options.plan.read_text()), allowed_folds(options)):
        if run.key not in done | tried:
            return run
    return None


def is_current(row: Row, options: argparse.Namespace) -> bool:
    """Whether a finished run is not to be repeated."""
    return not options.same_code or row["code"] == code_hash(Path(row["core"]))


def planned(plan: Mapping[str, Any], allowed: Sequence[str]) -> Iterator[Run]:
    """Runs of a plan, in order; folds that are not allowed are left out."""
    for line in plan["queue"]:
        for seed in line["seeds"]:
            for scene in line["scenes"]:
                for fold in line["folds"]:
                    for name in line["configurations"] if fold in allowed else ():
                        settings = plan["configurations"][name]
                        yield Run(name, settings, scene, fold, seed, line.get("steps", 250))


def read_results(path: Path) -> list[Row]:
    """The finished runs; a truncated line is skipped."""
    return [
        json.loads(line)
        for line in (path.read_text().splitlines() if path.exists() else ())
        if line.startswith("{") and line.endswith("}")
    ]


def append_result(path: Path, row: Row) -> None:
    """Append a line and flush it to disk. A truncated last line is ended first."""
    start = "\n" if path.exists() and path.read_bytes()[-1:] not in (b"\n", b"") else ""
    with path.open("a") as file:
        file.write(start + json.dumps(row) + "\n")
        file.flush()
        os.fsync(file.fileno())


def code_hash(core: Path) -> str:
    """Hash of all Python files."""
    digest = hashlib.sha256()
    for path in sorted(core.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


# --- One run ---


def execute(run: Run, options: argparse.Namespace) -> None:
    """Train, classify, score, and append the result; a failure is printed and does not stop the queue."""
    fold = make_fold(options.data, SCENES[run.scene], run.fold, options.work)
    stem = options.work / f"{run.configuration}-{run.scene}-{run.fold}-{run.seed}-{run.key}".replace(" ", "_")
    print(f"{now()} {stem.name}: {describe(fold)}", flush=True)
    start = time.monotonic()
    core = run.core(options.core)
    code = code_hash(core)
    try:
        steps, classified, outcome = make_map(run, core, fold, stem)
    except subprocess.CalledProcessError as error:
        print(f"{now()} {stem.name} FAILED: {str(error.stderr)[-2000:]}", flush=True)
        return
    row = {
        "key": run.key, **asdict(run), "steps_done": steps, "core": str(core), "code": code,
        **score(fold, classified), "outcome": outcome, "seconds": round(time.monotonic() - start),
        "load": os.getloadavg()[1], "finished": now(),
    }  # fmt: skip
    append_result(options.results, row)
    print(f"{now()} {stem.name}: {short(row)}", flush=True)


def now() -> str:
    """UTC time, ISO 8601."""
    return dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds")


def short(row: Row) -> str:
    """A result for the log."""
    found = f"{row['found']} of {row['objects']}, {row['false']} false"
    return f"rare {row['rare_iou']:.3f}, mean {row['miou']:.3f}, {found}; {row['iou']} {row['seconds']} s"


def make_map(run: Run, core: Path, fold: Fold, stem: Path) -> tuple[int, Path, Any]:
    """Train and classify in child processes.

    Returns:
        Number of steps, path of the map, and the result of the job ``train`` (None for the plain script).
    """
    classified = stem.with_suffix(".tif")
    if run.settings is None:
        call(
            sys.executable, PLAIN, fold.image, fold.target, fold.area, fold.scored_image, classified,
            "--steps", run.steps, "--seed", run.seed,
        )  # fmt: skip
        return run.steps, classified, None
    model = stem.with_suffix(".safetensors")
    settings = {name: value for name, value in run.settings.items() if name not in ("core", "classify")}
    epochs, steps = epochs_for(run.steps, fold, settings)
    names = {str(value): name for value, name in fold.scene.classes.items()}
    job = {
        "input": [str(fold.image)], "labels": str(fold.labels), "class_field": "class_id",
        "class_names": names, "area": str(fold.area), "epochs": epochs, "seed": run.seed,
        "model": str(model), **settings,
    }  # fmt: skip
    stem.with_suffix(".json").write_text(json.dumps(job))
    output = call(sys.executable, core, "train", stem.with_suffix(".json"))
    job = {
        "input": str(fold.scored_image), "model": str(model), "output": str(classified),
        "area": str(fold.scored_area), **run.settings.get("classify", {}),
    }  # fmt: skip
    stem.with_suffix(".map.json").write_text(json.dumps(job))
    call(sys.executable, core, "classify", stem.with_suffix(".map.json"))
    return steps, classified, json.loads(output.splitlines()[-1])


def call(*command: object) -> str:
    """Standard output of a command.

    Raises:
        subprocess.CalledProcessError: The command failed.
    """
    words = [str(word) for word in command]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout  # noqa: S603


def epochs_for(steps: int, fold: Fold, settings: Mapping[str, Any]) -> tuple[int, int]:
    """Number of epochs nearest to a number of steps, and their number of steps.

    The buffer around validation blocks is not known here. In a small scene that makes no difference: an epoch
    has the minimum number of steps.
    """
    names = ("validation", "chip_size", "batch_size")
    validation, chip_size, batch_size = (settings.get(name, getattr(TrainJob, name)) for name in names)
    chips = chips_per_epoch(int(fold.labelled * (1 - validation)), chip_size, batch_size)
    epochs = max(1, round(steps * batch_size / chips))
    return epochs, epochs * chips // batch_size


def score(fold: Fold, classified: Path) -> Row:
    """Scores of a map in the fold's scored area."""
    grid, truth = read_target(fold.scored_target)
    with rasterio.open(classified) as source:
        preds = source.read(1)
    area = read_area(fold.scored_area, None, grid)
    counted = inside(area, truth.shape, grid.transform) & (truth != IGNORED)
    classes, rare = fold.scene.classes, fold.scene.rare
    matrix = confusion(truth, preds, counted, len(classes))
    iou = class_iou(matrix)
    objects = count_objects(truth, preds, counted, rare)
    return {
        "rare": classes[rare], "rare_iou": float(iou[rare]), "miou": float(np.nanmean(iou)),
        "iou": {name: round(float(iou[value]), 4) for value, name in classes.items()},
        "objects": objects.labelled, "found": objects.found, "false": objects.false,
        "matrix": matrix.tolist(),
    }  # fmt: skip


# --- The table ---


def tables(rows: Iterable[Row], against: str) -> Iterator[str]:
    """A Markdown table for each scene, sorted by the IoU of the rare class."""
    by_scene: dict[str, dict[str, list[Row]]] = {}
    for row in rows:
        by_scene.setdefault(row["scene"], {}).setdefault(row["configuration"], []).append(row)
    for scene, by_name in by_scene.items():
        ranked = sorted(by_name.items(), key=lambda item: -mean(item[1], "rare_iou"))
        yield "\n".join(
            [
                *head(scene, ranked[0][1][0]["rare"], against),
                *(line(*item, by_name.get(against, [])) for item in ranked),
            ]
        )


def head(scene: str, rare: str, against: str) -> list[str]:
    """Title and header."""
    columns = [
        "configuration", "runs", f"IoU of {rare}", "mean IoU", "found", "false",
        f"{rare} over {against}", f"mean IoU over {against}", "IoU of each class",
    ]  # fmt: skip
    return [f"**{scene}**", "", f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]


def line(name: str, rows: Sequence[Row], baseline: Sequence[Row]) -> str:
    """Row of a configuration."""
    found, objects, false = (sum(row[what] for row in rows) for what in ("found", "objects", "false"))
    each = ", ".join(f"{c} {np.nanmean([row['iou'][c] for row in rows]):.3f}" for c in rows[0]["iou"])
    cells = [
        name, str(len(rows)), *(with_spread([row[what] for row in rows]) for what in ("rare_iou", "miou")),
        f"{found} of {objects}", str(false),
        *(with_spread(differences(rows, baseline, what), "+") for what in ("rare_iou", "miou")), each,
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def differences(rows: Sequence[Row], baseline: Sequence[Row], what: str) -> list[float]:
    """Paired differences to the runs with the same fold and seed."""
    others = {(row["fold"], row["seed"]): row[what] for row in baseline}
    return [
        row[what] - others[row["fold"], row["seed"]] for row in rows if (row["fold"], row["seed"]) in others
    ]


def mean(rows: Sequence[Row], what: str) -> float:
    """Mean of a score."""
    return float(np.mean([row[what] for row in rows]))


def with_spread(values: Sequence[float], sign: str = "") -> str:
    """Mean ± standard deviation (omitted for a single value)."""
    if not values:
        return ""
    spread = f" ± {np.std(values, ddof=1):.3f}" if len(values) > 1 else ""
    return f"{np.mean(values):{sign}.3f}{spread}"


if __name__ == "__main__":
    main()
