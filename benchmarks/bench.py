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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import write_corpus
from benchmarks.peers import PEERS, Peer
from benchmarks.plot import plot

ROOT = Path(__file__).resolve().parent.parent
SIZES = (100, 1000, 4000)
BUDGETS = {
    "load": 1.5,
    "read": 1.5,
    "verify": 1.5,
    "link": 1.5,
    "analyze": 1.5,
    "redact": 1.5,
    "export": 1.5,
    "render": 1.5,
    "site": 1.5,
}
"""What one claim may cost in a stage at the largest size, as a multiple of what it costs at 1,000 claims."""
WHOLE_BUDGETS = {"cold": 1.15, "one statement edited": 0.35, "nothing changed": 0.10}
"""What a build may cost: cold, as a multiple of bare MkDocs on the same pages; all else, as a multiple of cold."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds by the clock, of processors, and its most memory in MB."""

    clock: float
    processor: float
    memory: float


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
    return found


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
    path.write_text(text.replace("The report says that", "The report tells us that", 1), "utf-8")


def weights(site: Path) -> dict[str, float]:
    """How many pages a site has, and how heavy pages and index are, in kB."""
    pages = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    lists = {path: size for path, size in pages.items() if not path.startswith("sources/")}
    index = [path.stat().st_size for path in site.glob("search/*") if path.is_file()]
    return {
        "pages": len(pages),
        "page, median kB": median(pages.values()) / 1000,
        "largest page but sources, kB": max(lists.values()) / 1000,
        "all pages, MB": sum(pages.values()) / 1e6,
        "search index, MB": sum(index) / 1e6,
    }


def measure(size: int, peers: Sequence[Peer], programs: Path, times: int) -> Iterator[tuple[str, object]]:
    """The rows of one size: stages, whole builds, edits, weights, peers."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        project = Path(folder) / "project"
        project.mkdir()
        write_corpus(project, size)
        yield "stages", stages(project)
        yield "cold", [dossier(project, "--no-cache") for _ in range(times)]
        dossier(project)
        yield "nothing changed", [dossier(project) for _ in range(times)]
        edited = []
        for _ in range(times):
            edit(project)
            edited.append(dossier(project))
        yield "one statement edited", edited
        yield "weights", weights(project / "site")
        for peer in peers:
            try:
                work = Path(folder) / peer.name.replace(" ", "-")
                command = peer.prepare(project, work, programs)
                costs = []
                for _ in range(times):
                    shutil.rmtree(work / "out", ignore_errors=True)
                    costs.append(run(command, work, NO_MKDOCS_2_WARNING="1"))
                yield peer.name, costs
            except (OSError, RuntimeError) as trouble:
                yield peer.name, f"left out: {str(trouble).strip().splitlines()[-1][:90]}"


def table(found: dict[int, dict[str, object]]) -> Iterator[str]:
    """The table, in Markdown: ratios, with the seconds of this machine only for bare MkDocs."""
    sizes = sorted(found)
    head = "| | " + " | ".join(f"{size:,}" for size in sizes) + " | budget |"
    yield from ("", "Processor time of one claim in each stage, as a multiple of the smallest size:", "")
    yield from (head, "|---" * (len(sizes) + 2) + "|")
    for stage, budget in BUDGETS.items():
        costs = [found[size]["stages"].get(stage, 0) / size for size in sizes]  # type: ignore[attr-defined]
        first = costs[0] or 1
        yield f"| {stage} | " + " | ".join(f"{cost / first:.2f}" for cost in costs) + f" | {budget:.2f} |"
    yield from (
        "",
        "Whole builds and peers, processor time, as a multiple of bare MkDocs on the same pages:",
        "",
    )
    yield from (head, "|---" * (len(sizes) + 2) + "|")
    for name in dict.fromkeys(name for size in sizes for name in found[size]):
        if name in {"stages", "weights"}:
            continue
        cells = [_ratio(found[size].get(name), found[size].get("bare MkDocs")) for size in sizes]
        yield f"| {name} | " + " | ".join(cells) + f" | {WHOLE_BUDGETS.get(name, '')} |"
    yield from ("", "Weights:", "", head, "|---" * (len(sizes) + 2) + "|")
    for name in found[sizes[0]]["weights"]:  # type: ignore[attr-defined]
        yield f"| {name} | " + " | ".join(f"{found[s]['weights'][name]:,.1f}" for s in sizes) + " | |"  # type: ignore[index]


def _ratio(costs: object, bare: object) -> str:
    if not isinstance(costs, list) or not isinstance(bare, list):
        return str(costs or "")
    cost, base = (median(one.processor for one in each) for each in (costs, bare))
    memory = max(one.memory for one in costs)
    return f"{cost / base:.2f} ({memory:,.0f} MB)"


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
    found: dict[int, dict[str, object]] = {}
    for size in given.size:
        found[size] = {}
        for name, value in measure(
            size, PEERS if given.programs else (), given.programs or Path(), given.times
        ):
            found[size][name] = value
            sys.stderr.write(f"{size:>7,} {name}\n")
    lines = list(table(found))
    print("\n".join(lines))
    if given.out:
        (given.out / "growth.md").write_text("\n".join(lines).lstrip() + "\n", "utf-8")
        curves = {
            name: {
                size: median(one.processor for one in costs)
                for size, of_size in found.items()
                if isinstance(costs := of_size.get(name), list)
            }
            for name in dict.fromkeys(name for of_size in found.values() for name in of_size)
        }
        (given.out / "growth.svg").write_text(plot({n: c for n, c in curves.items() if c}), "utf-8")


if __name__ == "__main__":
    main()
