"""How Dossier grows with a corpus, and what others take for the same pages: one table and one plot, in ratios.

`make bench` runs it; `make bench BENCH="--size 50000"` measures one size. What is measured, and what was converted for
whom, is told in README.md beside it. Each program runs in a process of its own, by itself, from nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import write_corpus
from benchmarks.peers import PEERS, Peer
from benchmarks.plot import plot

ROOT = Path(__file__).resolve().parent.parent
SIZES = (100, 1000, 4000, 10_000)
COLD, KEEPING, BARE = "cold, without a cache", "cold", "bare MkDocs"
UNCHANGED, EDITED = "nothing changed", "one statement edited"
STAGES = dict.fromkeys(
    ("load", "read", "verify", "link", "analyze", "redact", "export and render", "site"), 1.5
)
"""What one claim may cost in each stage, as a ratio to the smallest corpus."""
BUILDS = {COLD: 1.15, KEEPING: 1.15, UNCHANGED: 0.02, EDITED: 0.35}
"""What a build may cost: cold, as a ratio to bare MkDocs on the same pages; all else, to a cold one."""
BY_THE_CLOCK = {COLD: 0.80, KEEPING: 0.80, EDITED: 0.25}
WEIGHTS = {"largest page but sources, kB": "≤ 300"}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds by the clock, of processors, and its most memory in MB."""

    clock: float
    processor: float
    memory: float


@dataclass(slots=True)
class Measured:
    """What one size cost: stages in processor seconds, builds by name, weights of the site; peers that failed."""

    stages: dict[str, float] = field(default_factory=dict)
    builds: dict[str, list[Cost]] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    def median(self, name: str) -> float:
        """The processor seconds of a build."""
        return median(cost.processor for cost in self.builds[name])

    def by_the_clock(self, name: str) -> float:
        """The seconds that a build took."""
        return median(cost.clock for cost in self.builds[name])


def run(command: Sequence[str], folder: Path, **environment: str) -> Cost:
    """Run a command and wait for it; raises `RuntimeError` with its last words where it fails."""
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=subprocess.STDOUT, env={**os.environ, **environment}
        )
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(said.read().decode(errors="replace")[-400:])
    return Cost(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def stages(project: Path) -> dict[str, float]:
    """Processor seconds of each stage of a cold build, as the process itself counts them, workers included."""
    script = (
        "import json, resource, sys\n"
        "from pathlib import Path\n"
        "from dossier.model.problem import Problems\n"
        "from dossier.pipeline import build\n"
        "def spent():\n"
        "    both = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN\n"
        "    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, both))\n"
        "found, last = {}, spent()\n"
        "def note(stage, made):\n"
        "    global last\n"
        "    now = spent()\n"
        "    found[stage] = found.get(stage, 0) + now - last\n"
        "    last = now\n"
        "root = Path(sys.argv[1])\n"
        "assert build(root, root / 'site', Problems(), note, cached=False)\n"
        "print(json.dumps(found))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(project)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return {**found, "export and render": found["export"] + found["render"]}  # they take turns


def dossier(project: Path, *options: str) -> Cost:
    """One build of the project."""
    return run(
        [sys.executable, str(ROOT / "build_site.py"), "--root", str(project), "build", "--quiet", *options],
        ROOT,
    )


def edit(project: Path) -> None:
    """Change one statement, as an editor would."""
    path = min(project.glob("sources/*/claims.yml"))
    text = path.read_text("utf-8")
    path.write_text(text.replace("statement: >-\n    ", "statement: >-\n    Once more, ", 1), "utf-8")


def weights(site: Path) -> dict[str, float]:
    """How many pages a site has, and how heavy pages and index are, in kB."""
    pages = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    lists = {path: size for path, size in pages.items() if not path.startswith("sources/")}
    index = [path.stat().st_size for path in site.glob("search/**/*") if path.is_file()]
    return {
        "pages": len(pages),
        "page, median kB": median(pages.values()) / 1000,
        "largest page but sources, kB": max(lists.values()) / 1000,
        "all pages, MB": sum(pages.values()) / 1e6,
        "search index, MB": sum(index) / 1e6,
    }


def measure(size: int, peers: Sequence[Peer], programs: Path, times: int) -> Measured:
    """Build an invented corpus of a size in every way, and let the peers build its pages."""
    measured = Measured()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        project = Path(folder) / "project"
        project.mkdir()
        write_corpus(project, size)
        measured.stages = stages(project)
        measured.builds[COLD] = [dossier(project, "--no-cache") for _ in range(times)]
        measured.builds[KEEPING] = []
        for _ in range(times):
            shutil.rmtree(project / "build")
            measured.builds[KEEPING].append(dossier(project))
        measured.builds[UNCHANGED] = [dossier(project) for _ in range(times)]
        measured.builds[EDITED] = []
        for _ in range(times):
            edit(project)
            measured.builds[EDITED].append(dossier(project))
        measured.weights = weights(project / "site")
        for peer in peers:
            work = Path(folder) / peer.name.replace(" ", "-")
            try:
                command = peer.prepare(project, work, programs)
                measured.builds[peer.name] = [built_anew(command, work) for _ in range(times)]
            except (OSError, RuntimeError) as trouble:
                measured.left_out[peer.name] = str(trouble).strip().splitlines()[-1][:90]
    return measured


def built_anew(command: Sequence[str], work: Path) -> Cost:
    """One build by a peer, from nothing."""
    for made in ("out", "site", ".cache"):
        shutil.rmtree(work / made, ignore_errors=True)
    return run(command, work, NO_MKDOCS_2_WARNING="1")


def table(found: Mapping[int, Measured]) -> Iterator[str]:
    """The table, in Markdown: ratios, since seconds belong to a machine."""
    sizes = sorted(found)
    head = [
        "| | " + " | ".join(f"{size:,}" for size in sizes) + " | budget |",
        "|---" * (len(sizes) + 2) + "|",
    ]
    yield from ("Processor time of one claim in each stage, as a ratio to the smallest size:", "", *head)
    for stage, budget in STAGES.items():
        costs = [found[size].stages.get(stage, 0) / size for size in sizes]
        yield _row(stage, (f"{cost / (costs[0] or 1):.2f}" for cost in costs), f"≤ {budget}")
    yield from ("", "Whole builds: processor time as a ratio, and the largest process:", "", *head)
    for name in dict.fromkeys(
        name for size in sizes for name in (*found[size].builds, *found[size].left_out)
    ):
        if name != BARE:
            base = _base(name)
            most = f"≤ {BUILDS[name]}" if name in BUILDS else ""
            yield _row(f"{name} ÷ {base}", (_ratio(found[size], name, base) for size in sizes), most)
    yield from ("", "By the clock, where nothing else is at work:", "", *head)
    for name, limit in BY_THE_CLOCK.items():
        if all(_base(name) in found[size].builds for size in sizes):
            clocks = ([found[size].by_the_clock(build) for build in (name, _base(name))] for size in sizes)
            yield _row(f"{name} ÷ {_base(name)}", (f"{a / b:.2f}" for a, b in clocks), f"≤ {limit:.2f}")
    yield from ("", "Weights:", "", *head)
    for name in found[sizes[0]].weights:
        yield _row(name, (f"{found[size].weights[name]:,.1f}" for size in sizes), WEIGHTS.get(name, ""))


def _base(name: str) -> str:
    return KEEPING if name in {UNCHANGED, EDITED} else BARE


def _row(name: str, cells: Iterable[str], budget: str) -> str:
    return f"| {name} | {' | '.join(cells)} | {budget} |"


def _ratio(measured: Measured, name: str, base: str) -> str:
    if name not in measured.builds:
        return f"left out: {measured.left_out.get(name, 'not measured')}"
    memory = f"{max(cost.memory for cost in measured.builds[name]):,.0f} MB"
    if base not in measured.builds:
        return f"{measured.median(name):.1f} s, {memory}"
    return f"{measured.median(name) / measured.median(base):.2f}, {memory}"


def main() -> None:
    """Measure each size, print the table, and write table and plot beside this file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, nargs="+", default=SIZES, help="numbers of claims, up to 50,000")
    parser.add_argument("--times", type=int, default=3, help="how often each build runs; the median counts")
    parser.add_argument(
        "--programs", type=Path, help="the folder of the peers' programs; without it, none runs"
    )
    parser.add_argument("--out", type=Path, help="a folder for growth.md and growth.svg")
    given = parser.parse_args()
    peers = PEERS if given.programs else ()
    found: dict[int, Measured] = {}
    for size in given.size:
        found[size] = measure(size, peers, (given.programs or Path()).absolute(), given.times)
        sys.stderr.write(f"{size:,} claims measured\n")
    lines = [*table(found), "", *(f"- {peer.name}: {peer.converted}." for peer in peers)]
    print("\n".join(lines))
    if given.out:
        (given.out / "growth.md").write_text("\n".join(lines) + "\n", "utf-8")
        names = dict.fromkeys(name for measured in found.values() for name in measured.builds)
        curves = {
            name: {size: measured.median(name) for size, measured in found.items() if name in measured.builds}
            for name in names
        }
        (given.out / "growth.svg").write_text(plot(curves), "utf-8")


if __name__ == "__main__":
    main()
