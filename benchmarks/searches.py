"""What the search finds and what it costs: ranks of many queries typed into the real box in a browser, bytes, time.

`python benchmarks/searches.py SITE` looks at a built site, `--claims 10000` at the index of an invented corpus, which
is written without its pages. `--queries FILE` adds queries with the pages that are right: JSON, a list of
`{"q": "Daesh", "ok": ["groups/islamic-state/"]}`; a page without a last slash stands for all that begin so.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import string
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import Browser, Page, Request

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import write_corpus
from benchmarks.lighthouse import served
from dossier.cite import cite
from dossier.leaves import look
from dossier.model.problem import Problems
from dossier.pipeline import check
from dossier.redact import redact
from dossier.render.catalog import Catalog
from dossier.render.search import search_files
from dossier.render.search.names import address
from tests.browser import launched

LONG = 8
"""How many letters a name has of which some are then wrong or missing."""
FIRST = 3
"""Within how many hits what is right should be."""
_LONG = re.compile(r"(?<![\w,.’'])\w+(?: \w+){4,}(?![\w,.’'])")
NAMES = {"search.js", "names.js"}
"""What is loaded for the names; all else is for the text."""
TYPE = """async (query) => {
  const form = document.querySelector("form.search");
  const [input, options] = [form.querySelector("input"), () => [...form.querySelectorAll("[role=option]")]];
  const start = performance.now();
  const times = {};
  const status = form.querySelector(".search__status");
  if (status) status.textContent = "";
  form.querySelector(".search__list")?.replaceChildren();
  input.focus();
  input.value = query;
  if (status) input.dispatchEvent(new Event("input"));
  for (;;) {
    await new Promise((resolve) => { setTimeout(resolve); });
    const said = form.querySelector(".search__status")?.textContent || "";
    if (!times.names && options().length) times.names = performance.now() - start;
    if (/found/.test(said)) break;
    if (/again/.test(said) || performance.now() - start > 20000) throw new Error(said);
  }
  times.text = performance.now() - start;
  return { times, found: options().map((link) => Dossier.address(link.href).replace(/#.*/, "")) };
}"""
"""Types a query into the box as a paste does, and waits for the text: milliseconds since the focus, addresses found."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, and the pages that are right."""

    words: str
    right: frozenset[str]

    def rank(self, found: Sequence[str]) -> int | None:
        """Which hit is right, from 1."""
        return next((at for at, address in enumerate(found, 1) if self._is_right(address)), None)

    def _is_right(self, address: str) -> bool:
        return any(address == page or (address + "/").startswith(page) for page in self.right)


def write_index(folder: Path, claims: int) -> None:
    """Write the index of an invented corpus, and a page that has a box, to an empty folder."""
    write_corpus(folder / "corpus", claims)
    public = redact(check(folder / "corpus", Problems()))
    site = folder / "site"
    for file in search_files(Catalog(public, cite(public.corpus, None))):
        path = site / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    for name, content in look.assets().items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    box = '<header><form class="search"><input type="search"></form></header>'
    script = '<script src="assets/dossier.js"></script>'
    (site / "index.html").write_text(
        f"<!doctype html><meta charset=utf-8><title>-</title>{box}{script}", "utf-8"
    )


def queries(site: Path, most: int) -> Iterator[tuple[str, list[Query]]]:
    """Sets of queries made of an index, at most so many of each: of one site always the same."""
    random = Random(3)  # noqa: S311 - the same again is what is wanted
    _, kinds, rows = _given(site / "search/names.js")
    pages: dict[str, set[str]] = defaultdict(set)
    asked: list[Query] = []
    for kind, rest, name, *others in rows:
        word, start = kinds[kind]
        page = address(start, rest, name).partition("#")[0]
        if word == "Question":
            asked.append(Query(name, frozenset({page})))
        elif word not in {"Page", "Note", "Source"}:
            for form in (name, *(others[0] if others else ())):
                pages[form].add(page)
    names = [Query(form, frozenset(right)) for form, right in pages.items()]
    long = [query for query in names if len(query.words) >= LONG and query.words.isascii()]
    yield "a name or an alias", _some(random, names, most)
    yield "in small letters", [Query(q.words.lower(), q.right) for q in _some(random, names, most)]
    yield (
        "one letter wrong",
        [Query(_misspelled(random, q.words), q.right) for q in _some(random, long, most)],
    )
    yield "last three letters missing", [Query(q.words[:-3], q.right) for q in _some(random, long, most)]
    yield "a question", _some(random, asked, most)
    yield "five words in quotation marks", list(_quoted(random, site, most))


def _quoted(random: Random, site: Path, most: int) -> Iterator[Query]:
    """Five words of a claim's quotation; right is each claim that quotes them, and each source that has them."""
    parts = sorted(site.glob("search/*/rows-*.js"))
    rows = [row for part in parts for row in _given(part)]
    texts = [(row[1], " ".join(row[4])) for row in rows if row[0] in {0, 3}]
    claims = [row for row in rows if row[0] == 0 and any(map(_LONG.search, row[4][1::2]))]
    for row in _some(random, claims, most):
        words = next(found[0] for piece in row[4][1::2] if (found := _LONG.search(piece))).split()
        at = random.randrange(len(words) - 4)
        phrase = " ".join(words[at : at + 5]).strip('.,;:“”"()')
        yield Query(
            f'"{phrase}"', frozenset(address.partition("#")[0] for address, text in texts if phrase in text)
        )


def _some(random: Random, found: Sequence[Any], most: int) -> list[Any]:
    return random.sample(found, min(most, len(found)))


def _misspelled(random: Random, name: str) -> str:
    """A name with a letter after the second that is another one, missing, or exchanged with the next."""
    at = random.choice([at for at in range(2, len(name) - 1) if name[at].isalpha()])
    middle = random.choice(
        (random.choice(string.ascii_lowercase) + name[at + 1], name[at + 1], name[at + 1] + name[at])
    )
    return name[:at] + middle + name[at + 2 :]


def _given(path: Path) -> Any:  # noqa: ANN401 - JSON
    """The value that a file of the index hands over."""
    return json.loads(path.read_text("utf-8").partition(",")[2].removesuffix(");\n"))


def ranks(page: Page, asked: Sequence[Query], name: str) -> None:
    """Print how often what is right is first, in the first three, and nowhere."""
    found = [(query, query.rank(page.evaluate(TYPE, query.words)["found"])) for query in asked]
    first = sum(rank == 1 for _, rank in found)
    near = sum(rank is not None and rank <= FIRST for _, rank in found)
    print(
        name,
        len(found),
        f"{100 * first / len(found):.0f} %",
        f"{100 * near / len(found):.0f} %",
        sep="\t",
        flush=True,
    )
    for query, rank in found:
        if rank is None or rank > FIRST:
            print(f"\t{query.words}: {rank or 'not found'}", file=sys.stderr)


def costs(browser: Browser, address: str, asked: Sequence[Query], name: str) -> None:
    """Print what a first query costs a reader who comes for it: medians of all, and the most."""
    found = [_cost(browser, address, query) for query in asked]
    for measured in dict.fromkeys(key for cost in found for key in cost):
        values = [cost[measured] for cost in found if measured in cost]
        print(name, measured, f"{statistics.median(values):.0f}", f"{max(values):.0f}", sep="\t", flush=True)


def _cost(browser: Browser, address: str, query: Query) -> dict[str, float]:
    """What a query costs a reader who has no file of the search yet: kB as sent, requests, ms."""
    loaded: list[Request] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        page.on("requestfinished", lambda request: loaded.append(request))  # noqa: PLW0108 - Playwright marks it
        cost = {f"{sort}, ms": ms for sort, ms in page.evaluate(TYPE, query.words)["times"].items()}
        for sort, of_names in (("names", True), ("text", False)):
            some = [request for request in loaded if (_file(request.url) in NAMES) == of_names]
            cost[f"{sort}, requests"] = len(some)
            cost[f"{sort}, kB"] = sum(request.sizes()["responseBodySize"] for request in some) / 1000
    return cost


def _file(url: str) -> str:
    return re.split(r"[?#]", url)[0].rpartition("/")[2]


def main() -> None:
    """Print two tables, tab by tab; what is not among the first three goes to the standard error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--claims", type=int, help="look at an invented corpus of so many claims")
    parser.add_argument("--queries", type=Path)
    parser.add_argument("--most", type=int, default=100, help="queries of each set")
    parser.add_argument(
        "--costs", type=int, default=9, help="first queries of a reader, of each of two sorts"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        site = given.site
        if given.claims:
            write_index(Path(folder), given.claims)
            site = Path(folder) / "site"
        sets: Mapping[str, list[Query]] = dict(queries(site, given.most))
        if given.queries:
            real = json.loads(given.queries.read_text("utf-8"))
            sets = {"real": [Query(query["q"], frozenset(query["ok"])) for query in real], **sets}
        with served(site) as address:
            print("queries", "number", "first", f"in {FIRST}", sep="\t")
            page = browser.new_page()
            page.goto(address)
            page.focus("form.search input")
            page.wait_for_function("document.querySelector('form.search').dataset.ready")
            for name, asked in sets.items():
                if asked:
                    ranks(page, asked, name)
            print("\nfirst query", "measured", "median", "most", sep="\t")
            for name in ("a name or an alias", "five words in quotation marks"):
                costs(browser, address, sets[name][: given.costs], name)


if __name__ == "__main__":
    main()
