"""Looks for an input on which the program fails: random changes of every input of the invented corpus, in one process.

Half of them are BibTeX; the others are YAML, pages and texts. All records are loaded, and of some mutations that are no
BibTeX the whole corpus is checked. The problems are printed as well. A traceback is our bug; it is shown with the
number of the mutation, which makes the same input again.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from dossier.load import load  # noqa: E402 - the path is set first
from dossier.model.problem import Problems  # noqa: E402
from dossier.pipeline import check  # noqa: E402
from dossier.report.lines import lines_of  # noqa: E402
from dossier.report.text import to_text  # noqa: E402

CORPUS = ROOT / "tests/golden_corpus"
SEED = 11
SIGNS = (
    """ " ' { } [ ] ( ) < > : - # & * ! | > % @ ` \\ , ; = ~ ^ _ $ / . .. … é ص 💡 0 1 9 1.1 1,122 2014-02-30 199X
    ../2015 null yes <<: *x &x !!x [[ ]] [@ {{ }} --- ... >- \\textbf{ \\url{ and others crossref xdata= @string{
    @comment""".split()  # noqa: SIM905 - signs in lines
    + list(" \t\n\r\0\x85\xa0\xad\u200b\u2028\u202e\ufeff\ufffd\ufffe\ud800")
)


def mutated(text: str, other: str, chance: random.Random) -> str:
    """A text with one to four changes: something put in, left out, doubled, exchanged, or taken from another text."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 1, 2, 5, 20, 200)))
        match chance.randrange(5):
            case 0:
                text = text[:start] + chance.choice(SIGNS) + text[start:]
            case 1:
                text = text[:start] + text[end:]
            case 2:
                text = text[:end] + text[start:end] * chance.choice((1, 1, 30)) + text[end:]
            case 3:
                text = text[:start] + chance.choice(SIGNS) + text[end:]
            case _:
                begin = chance.randrange(len(other) + 1)
                text = text[:start] + other[begin : begin + 100] + text[end:]
    return text


def records(root: Path, _name: str) -> None:
    """Load all records."""
    problems = Problems()
    load(root, problems)
    to_text(problems, lines_of(root))


def everything(root: Path, _name: str) -> None:
    """Check the whole corpus."""
    problems = Problems()
    check(root, problems)
    to_text(problems, lines_of(root))


def main() -> None:
    """Make the mutations, and print each that the program fails on."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=50_000)
    options.add_argument("--first", type=int, default=0, help="the number of the first one")
    options.add_argument("--step", type=int, default=1, help="2 makes those of BibTeX alone")
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument(
        "--whole", type=int, default=100, help="of so many that are no BibTeX one is checked whole"
    )
    asked = options.parse_args()
    failed, begun = 0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "corpus"
        shutil.copytree(CORPUS, root)
        inputs = [path for path in sorted(root.rglob("*")) if path.suffix in {".bib", ".md", ".txt", ".yml"}]
        typed = {path: path.read_bytes() for path in inputs}
        bibs = [path for path in inputs if path.suffix == ".bib"]
        others = [path for path in inputs if path.suffix != ".bib"]
        for number in range(asked.first, asked.first + asked.count * asked.step, asked.step):
            chance = random.Random(f"{asked.seed} {number}")  # noqa: S311 - not for secrets
            path = chance.choice(others if number % 2 else bibs)
            other = typed[chance.choice(inputs)].decode()
            text = mutated(typed[path].decode(), other, chance)
            path.write_bytes(text.encode(errors="surrogatepass"))
            whole = path.suffix != ".bib" and (number // 2) % asked.whole == 0
            attempt = everything if whole else records
            failed += fails(attempt, root, path, number)
            path.write_bytes(typed[path])
    print(f"{asked.count} mutations, seed {asked.seed}: {failed} failed; {time.monotonic() - begun:.0f} s")


def fails(attempt: Callable[[Path, str], None], root: Path, path: Path, number: int) -> bool:
    """Whether the program fails on what is at a path; printed if so."""
    try:
        attempt(root, path.relative_to(root).as_posix())
    except Exception:  # noqa: BLE001 - any of them is what is looked for
        print(f"mutation {number} of {path.relative_to(root)}", traceback.format_exc(), flush=True)
        return True
    return False


if __name__ == "__main__":
    main()
