"""How every stage grows with the corpus: invented corpora of growing size, timed in one run, told as ratios."""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dossier.model.problem import Problems
from dossier.pipeline import check, make_files

SIZES = (250, 1000, 4000)
CLAIMS_A_SOURCE = 250


def write_corpus(root: Path, claims: int) -> None:
    """A corpus of so many claims about lights on an invented coast, one entity to ten claims."""
    works, lights = [], max(1, claims // 10)
    for number in range(max(1, claims // CLAIMS_A_SOURCE)):
        key = f"light{number}"
        first = number * CLAIMS_A_SOURCE
        held = range(first, first + min(CLAIMS_A_SOURCE, claims))
        sentences = [f"The lamp number {n} of the outer coast was lit anew on {day(n)}." for n in held]
        text = "\n\n".join("\n".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5)).encode()
        folder = root / "sources" / key
        folder.mkdir(parents=True)
        (folder / "text.txt").write_bytes(text)
        (folder / "source.yml").write_text(
            f"citation: {key}\nkind: press\nlanguage: en\nsha256: {hashlib.sha256(text).hexdigest()}\n"
            "supplied: 2020-01-01\nrights: {license: unstated, publish: full}\n"
        )
        records = (
            f"- id: {key}-lamp-{n}\n  statement: Lamp {n} was lit on {day(n)}.\n  quote: >-\n    {sentence}\n"
            f"  kind: event\n  about: [lamp-{n % lights}]\n  topics: [lamps]\n"
            for n, sentence in zip(held, sentences, strict=True)
        )
        (folder / "claims.yml").write_text("".join(records))
        works.append(
            f"@misc{{{key},\n  label = {{Light {number}}},\n  title = {{Lights, part {number}}},\n}}\n"
        )
    index = root / "sources" / "index"
    index.mkdir()
    (index / "events.yml").write_text("".join(f"- id: lamp-{n}\n  name: Lamp {n}\n" for n in range(lights)))
    (index / "topics.yml").write_text("- id: lamps\n  name: Lamps\n")
    (root / "citations.bib").write_text("\n".join(works))
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("---\ntitle: Lights\n---\nLights of an invented coast.\n")


def day(number: int) -> str:
    """An invented date."""
    return f"{number % 28 + 1} May {1900 + number % 100}"


def time_stages(root: Path) -> dict[str, float]:
    """Seconds for each stage on the corpus below `root`."""
    problems, seconds, last = Problems(), {}, time.perf_counter()

    def note(stage: str, _made: str) -> None:
        nonlocal last
        now = time.perf_counter()
        seconds[stage], last = now - last, now

    checked = check(root, problems, note)
    if problems.errors:
        raise SystemExit("\n".join(f"{problem.place}: {problem.message}" for problem in list(problems)[:5]))
    make_files(checked, None, note)
    return seconds


def main() -> None:
    """Print one row a stage: seconds, and the cost of a claim relative to the smallest corpus."""
    rows: dict[str, list[float]] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            write_corpus(Path(folder), size)
            for stage, seconds in time_stages(Path(folder)).items():
                rows.setdefault(stage, []).append(seconds)
    print(f"{'claims':10}" + "".join(f"{size:>18}" for size in SIZES))
    for stage, all_seconds in rows.items():
        base = all_seconds[0] / SIZES[0]
        cells = (f"{s:9.2f} s {s / size / base:5.1f} x" for s, size in zip(all_seconds, SIZES, strict=True))
        print(f"{stage:10}" + " ".join(cells))


if __name__ == "__main__":
    main()
