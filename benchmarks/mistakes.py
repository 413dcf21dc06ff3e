"""How well `check` tells the mistakes that people make in YAML: seeded ones in copies of this checkout's records.

Each kind of mistake changes one line of a claim, an entity, a question or a topic. Told is a mistake where a problem
is new; at its line, where one is on the line that was changed; alone, where there is no second one. These no program
can know, and none of them is tried: another entity, topic, kind or bound that exists and does not fit; a statement
that says something else without a number, a name or a word of negation; a quote that is shortened and still found;
two coordinates exchanged; a right date of the wrong event.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from dossier.analyze import analyze  # noqa: E402 - the path is set first
from dossier.link import link  # noqa: E402
from dossier.load import lists, load  # noqa: E402
from dossier.load.nodes import parse_nodes  # noqa: E402
from dossier.model.problem import Problem, Problems  # noqa: E402
from dossier.pipeline import check  # noqa: E402
from dossier.verify import verify  # noqa: E402

CLAIMS, INDEX, ALL = "sources/*/claims.yml", "sources/index/*.yml", "sources/*/*.yml"
SEED = 11
EACH = 5
FIRST = 4
"""Lines up to here are the schema line and the first record's beginning."""
COPY = "the whole record once more"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of mistake: lines of `files` that match `pattern` become `change`.

    `change` is a replacement as `re` has them, or a function of the match. `after` is what the line before must match.
    The problem is expected so many lines `below` the changed one, or with `at_record` at the record's first line.
    """

    name: str
    files: str
    pattern: str
    change: str | Callable[[re.Match[str]], str]
    after: str = ""
    below: int = 0
    at_record: bool = False


def swap(match: re.Match[str]) -> str:
    """The line with two letters in the middle of its first group exchanged."""
    word, (start, end) = match[1], match.span(1)
    at = next(at for at in range(len(word) // 2, 0, -1) if word[at] != word[at - 1])
    swapped = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    return match.string[:start] + swapped + match.string[end:]


def digit(match: re.Match[str]) -> str:
    """The line with its first group counted one further."""
    start, end = match.span(1)
    return match.string[:start] + str((int(match[1]) + 1) % 10) + match.string[end:]


KINDS = (
    Kind("the dash of a record is lost", ALL, r"- id: (.*)", r"  id: \1", after=r"\s*"),
    Kind("no blank behind the dash", ALL, r"- id: (.*)", r"-id: \1"),
    Kind("no blank behind the colon", ALL, r"  (kind|name|date|asks|topics): (.*)", r"  \1:\2"),
    Kind("the colon is lost", ALL, r"  (kind|name|about|topics|type): (.*)", r"  \1 \2"),
    Kind("a field one column to the left", ALL, r"  (kind|name|about|topics|type):(.*)", r" \1:\2"),
    Kind("a field one column to the right", ALL, r"  (kind|name|about|topics|type):(.*)", r"   \1:\2"),
    Kind(
        "a field indented as the text above it",
        CLAIMS,
        r"  (kind|date|speaker):(.*)",
        r"    \1:\2",
        after="    .*",
    ),
    Kind("a tab for two spaces", ALL, r"  (kind|name|about|topics|type):(.*)", "\t\\1:\\2"),
    Kind("a colon inside text", ALL, r"  (statement|name|asks): (\w+) (\w.*)", r"  \1: \2: \3"),
    Kind("a quotation mark that is not closed", ALL, r"  (statement|name|asks): (\w.*)", r'  \1: "\2'),
    Kind("text behind a quotation mark", ALL, r"  (statement|name|asks): (\w+) (\w.*)", r'  \1: "\2" \3'),
    Kind("an apostrophe in single marks", ALL, r"  (statement|asks): (\w.*)’s(.*)", r"  \1: '\2's\3'"),
    Kind("a backslash in double marks", ALL, r"  (statement|asks): (\w+) (\w.*)", r'  \1: "\2 \\n\3"'),
    Kind("text that begins with a bracket", ALL, r"  (statement|name|asks): (\w.*)", r"  \1: […] \2"),
    Kind("text that begins with a sign", ALL, r"  (statement|name|asks): (\w.*)", r"  \1: @\2"),
    Kind("text that begins as a comment", ALL, r"  (statement|name|asks): (\w.*)", r"  \1: #1 \2"),
    Kind("a bracket that is not closed", ALL, r"  (about|topics): \[(.*)\]", r"  \1: [\2"),
    Kind(
        "a comma that is lost", ALL, r"  (about|topics|see): \[([\w-]+), ([\w-]+)(.*)\]", r"  \1: [\2 \3\4]"
    ),
    Kind("a mark that is lost in a set of fields", CLAIMS, r"(.*\{.*: .*)\}(.*)", r"\1\2"),
    Kind("text on the line of `>-`", ALL, r"  (statement|quote|description|note): >-", r"  \1: >- The"),
    Kind("a line of text too far left", ALL, r"    (\w.*)", r"  \1", after=r"    \w.*"),
    Kind("a no-break space behind a colon", ALL, r"  (kind|name|about|topics|type): (.*)", "  \\1:\u00a0\\2"),
    Kind("a no-break space that indents", ALL, r"  (kind|name|about|topics|type):(.*)", "\u00a0 \\1:\\2"),
    Kind(
        "a zero width space in an id", ALL, r"  (kind|type|topics|about): (\[?\w+)(.*)", "  \\1: \\2\u200b\\3"
    ),
    Kind("a line separator in text", ALL, r"  (statement|name|asks): (\w+) (\w.*)", "  \\1: \\2\u2028\\3"),
    Kind("curly quotation marks", CLAIMS, r'  (date|as_of): "(.*)"', r"  \1: “\2”"),
    Kind("an anchor", ALL, r"  (about|topics): (.*)", r"  \1: &these \2"),
    Kind("an alias", ALL, r"  (about|topics): (.*)", r"  \1: *these"),
    Kind("a tag", ALL, r"  (kind|name|type): (.*)", r"  \1: !word \2"),
    Kind("a field twice", ALL, r"  (kind|name|about|topics|type):(.*)", r"  \1:\2\n  \1:\2", below=1),
    Kind(
        "a field misspelled",
        ALL,
        r"  (statement|quote|topics|answers|name|aliases|asks|choices|verdict):.*",
        swap,
    ),
    Kind(
        "a field in capitals",
        ALL,
        r"  (kind|name|date|about|asks|type):(.*)",
        lambda m: f"  {m[1].title()}:{m[2]}",
    ),
    Kind("`id` misspelled", ALL, r"- id: (.*)", r"- Id: \1"),
    Kind("a required field left out", ALL, r"  (kind|topics|asks|name|about): .*", "", at_record=True),
    Kind("a field without its value", ALL, r"  (kind|name|topics|asks|type): .*", r"  \1:"),
    Kind("a kind misspelled", ALL, r"  (?:kind|type|verdict): (\w{4,}.*)", swap),
    Kind("an entity misspelled", CLAIMS, r"  (?:about|speaker): \[([\w-]{4,}).*", swap),
    Kind("a topic misspelled", CLAIMS, r"  topics: \[([\w-]{4,}).*", swap),
    Kind("a question misspelled", CLAIMS, r".*question: ([\w-]+).*", swap),
    Kind("a work misspelled", CLAIMS, r'  via: \["?([\w-]{4,}).*', swap),
    Kind("a claim misspelled", INDEX, r".*claims: \[([\w-]+).*", swap),
    Kind("a citation misspelled", INDEX, r".*\[@([\w-]+).*", swap),
    Kind("an id with an underscore", ALL, r"- id: ([a-z0-9]+)-(.*)", r"- id: \1_\2"),
    Kind("a record copied with its id", ALL, r"- id: (.*)", COPY),
    Kind("a claim without its source's key", CLAIMS, r"- id: \w+-(.*-.*)", r"- id: \1"),
    Kind("a date with slashes", CLAIMS, r'  (date|as_of): "(\d+)-(\d+)-(\d+)"', r'  \1: "\4/\3/\2"'),
    Kind("a day that no month has", CLAIMS, r'  (date|as_of): "(\d+)-(\d+).*"', r'  \1: "\2-\3-32"'),
    Kind("a number with a separator", CLAIMS, r'(.*value: ")(\d+)(\d{3}".*)', r"\1\2,\3"),
    Kind("another year in a date", CLAIMS, r'  date: "\d\d\d(\d)".*', digit),
    Kind("another number in a statement", CLAIMS, r"  statement: .* \d*(\d) \w+.*", digit),
    Kind("a letter wrong in a quote", CLAIMS, r"    (\w{6,}) .*", swap, after=r"  quote: >-"),
    Kind(
        "a word lost in a quote", CLAIMS, r"    (\w+) (\w+) (\w+) (.*)", r"    \1 \3 \4", after=r"  quote: >-"
    ),
)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A changed file, and the line on which its problem has to be told, from 1."""

    kind: Kind
    file: str
    text: str
    line: int

    def is_at(self, problem: Problem) -> bool:
        """Whether a problem is where it has to be told."""
        return (problem.place.file, problem.place.line) == (self.file, self.line)


def mistakes(kind: Kind, seed: int, each: int) -> Iterator[Mistake]:
    """So many mistakes of one kind, each on a line of its own."""
    chance = random.Random(f"{seed} {kind.name}")  # noqa: S311 - not for secrets
    places = [
        (path, number)
        for path in sorted(ROOT.glob(kind.files))
        if path.name != "source.yml"
        for number, line in enumerate(lines_of(path))
        if number > FIRST
        and re.fullmatch(kind.pattern, line)
        and re.fullmatch(kind.after or ".*", lines_of(path)[number - 1])
    ]
    for path, number in chance.sample(places, min(each, len(places))):
        lines = list(lines_of(path))
        record = max(at for at in range(number + 1) if lines[at].startswith("- id: "))
        told = record if kind.at_record else number + kind.below
        if kind.change == COPY:
            end = next((at for at in range(number, len(lines)) if not lines[at]), len(lines))
            lines[number:number] = [*lines[number:end], ""]
            told = end + 1
        else:
            lines[number : number + 1] = changed_line(kind, lines[number])
        yield Mistake(kind, str(path.relative_to(ROOT)), "\n".join(lines), told + 1)


def changed_line(kind: Kind, line: str) -> list[str]:
    """What stands for a line: one, two or none."""
    match = re.fullmatch(kind.pattern, line)
    if match is None:
        raise AssertionError(f"{kind.name}: another line was chosen")
    made = kind.change(match) if callable(kind.change) else match.expand(kind.change)
    return made.split("\n") if made else []


@cache
def lines_of(path: Path) -> tuple[str, ...]:
    """The lines of a file."""
    return tuple(path.read_text(encoding="utf-8").split("\n"))


class Bench:
    """A copy of the project, in which one file at a time is changed; what a change does not touch is kept."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("sources", "docs", "citations.bib", "mkdocs.yml"):
            whole = ROOT / name
            (shutil.copytree if whole.is_dir() else shutil.copy2)(whole, root / name)
        vars(lists)["parse_nodes"] = cache(parse_nodes)
        problems = Problems()
        self.sound = check(root, problems)
        self.usual = frozenset(problems)

    def problems_of(self, mistake: Mistake) -> list[Problem]:
        """What is new with a mistake."""
        path = self.root / mistake.file
        typed = path.read_bytes()
        path.write_text(mistake.text, encoding="utf-8")
        try:
            problems = Problems()
            self.check(problems)
        finally:
            path.write_bytes(typed)
        return [problem for problem in problems if problem not in self.usual]

    def check(self, problems: Problems) -> None:
        """As `pipeline.check`, but that unchanged texts are not read and unchanged claims not verified again."""
        corpus, sound = load(self.root, problems), self.sound
        old = sound.corpus.claims
        changed = {key: claim for key, claim in corpus.claims.items() if old.get(key) != claim}
        evidence = verify(replace(corpus, claims=changed), sound.readings, problems)
        evidence = {key: evidence.get(key) or sound.evidence[key] for key in corpus.claims}
        links = link(corpus, problems)
        analyze(corpus, sound.readings, evidence, links, problems)


def main() -> None:
    """Try the mistakes, and print what was not told, not at its line or not alone, then the shares."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--each", type=int, default=EACH, help="so many of each kind")
    options.add_argument("--kind", default="", help="only kinds with these words")
    asked = options.parse_args()
    told = at_line = alone = count = 0
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for kind in (kind for kind in KINDS if asked.kind in kind.name):
            for mistake in mistakes(kind, asked.seed, asked.each):
                found = bench.problems_of(mistake)
                here = any(mistake.is_at(problem) for problem in found)
                count += 1
                told += bool(found)
                at_line += here
                alone += len(found) == 1
                if len(found) != 1 or not here:
                    show(mistake, found)
    print(f"{count} mistakes of {len(KINDS)} kinds, seed {asked.seed}")
    for words, number in (("told", told), ("at the line", at_line), ("exactly one problem", alone)):
        print(f"{words:<20} {number / count:.1%}")


def show(mistake: Mistake, found: list[Problem]) -> None:
    """One mistake with what was said of it."""
    print(f"{mistake.kind.name}: {mistake.file}:{mistake.line}", flush=True)
    for problem in found[:6]:
        print(f"    {problem.place} {problem.message} [{problem.code}]")


if __name__ == "__main__":
    main()
