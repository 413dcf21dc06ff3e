"""The metadata above a page is what MkDocs reads of it, however it is written."""

import pytest
from mkdocs.utils import meta

from dossier.site import front_matter
from dossier.site.front_matter import read_front_matter

LINES = (
    'title: "A “word”: \\"quoted\\" \\\\ &amp; \\t\\n #1"',
    "kind: claim",
    "hide: [navigation, toc]",
    "robots: noindex",
    'cite: {"via": [], "parts": [{"b": true, "n": null, "one": 1, "minus": -2, "big": 1.50}]}',
    'linked: {"@context": ["https://schema.org", {"cito": "http://purl.org/spar/cito/"}], "a":"b"}',
)
ODD = (
    'title: "\\ud83d\\ude00 \\u0085"',
    "title: 'single'",
    'title: "a" # why',
    'title: "open',
    'title: "a\u0085b"',
    'title: "a\u00a0b"',
    'linked: {"small": 1e-05, "large": 1.5e10, "more": 1E5}',
    'linked: {"n": NaN, "i": -Infinity}',
    'linked: {"<<": {"a": "b"}, "=": "c"}',
    "linked: {a: b}",
    "on: yes",
    "date: 2026-11-26",
    "empty: ~",
    "text: |",
    "list: [a,",
    "one: &x 1",
    "two: *x",
    "nested: a: b",
    "tagged: !!python/name:os.system",
    "upper: [A]",
    "time: 12:30:00",
    "title: plain words: no",
)


@pytest.mark.parametrize("line", [*LINES, *ODD])
@pytest.mark.parametrize("end", ["---\n", "---\n\n\n", "...\n", "--- \n", "  more\n---\n", ""])
def test_what_is_read_is_what_mkdocs_reads(line: str, end: str) -> None:
    text = f'---\ntitle: "before"\n{line}\nkind: claim\n{end}# Words\n\n---\n'
    assert read_front_matter(text) == meta.get_data(text)


@pytest.mark.parametrize(
    "text", ["", "# Words\n", "---\n---\nWords\n", "title: Words\n\nMore\n", "---\nno metadata\n---\n"]
)
def test_a_page_without_metadata_of_ours_is_left_to_mkdocs(text: str) -> None:
    assert read_front_matter(text) == meta.get_data(text)


def test_metadata_of_ours_is_read_without_the_reader_of_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "---\n" + "\n".join(LINES) + "\n---\n\nWords\n"
    expected = read_front_matter(text)
    monkeypatch.setattr(front_matter, "get_data", None)
    assert read_front_matter(text) == expected
