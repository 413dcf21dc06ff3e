"""Addresses of Explore are written in Python and read in the browser as the same choices."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from dossier.leaves import look
from dossier.leaves.address import explored

CASES: list[tuple[dict[str, str], str]] = yaml.safe_load(
    (Path(__file__).parent / "explored.yml").read_text(encoding="utf-8")
)
READ = """([search, facets]) => {
  const { chosen, q, sort } = Dossier.explored.read(search, facets);
  return { ...Object.fromEntries(chosen), q, sort };
}"""
AGAIN = "([search, facets]) => Dossier.explored.write(Dossier.explored.read(search, facets))"


@pytest.mark.parametrize(("chosen", "address"), CASES)
def test_choices_have_this_address(chosen: dict[str, str], address: str) -> None:
    assert explored(chosen) == address


@pytest.mark.browser
def test_the_browser_reads_the_same_choices_and_writes_them_again(launch: Browser) -> None:
    page = launch.new_page()
    page.evaluate("window.Dossier = {}")
    page.add_script_tag(content=look.assets()["assets/explore.js"].decode())
    facets = list(dict.fromkeys(name for chosen, _ in CASES for name in chosen if name not in {"q", "sort"}))
    for chosen, address in CASES:
        search = address.removeprefix("explore/")
        read = page.evaluate(READ, [search, facets])
        assert {
            name: value if isinstance(value, str) else value[0] for name, value in read.items() if value
        } == (chosen)
        assert page.evaluate(READ, [page.evaluate(AGAIN, [search, facets]), facets]) == read
    several = page.evaluate(READ, ["?topic=a&topic=b&topic=a&other=x&q=+", ["topic"]])
    assert several == {"topic": ["a", "b"], "q": "", "sort": ""}
    page.close()
