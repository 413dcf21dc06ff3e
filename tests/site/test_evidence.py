"""What the exported data say of quotations is what the pages of their sources show."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from tests.site.pages import Page
from tests.sites import Built


@cache
def page(path: Path) -> Page:
    return Page(path)


def exported(built: Built, name: str) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads(
        (built.folder / "data" / f"{name}.json").read_text(encoding="utf-8")
    )
    assert records
    return records


def test_every_source_url_leads_to_the_first_piece_and_the_pieces_together_are_exact(built: Built) -> None:
    for claim in exported(built, "claims"):
        path, _, anchor = claim["source_url"].partition("#")
        assert anchor == claim["id"]
        pieces = page(built.folder / path / "index.html").pieces_of(anchor)
        words = claim["evidence"]["exact"].replace(" […] ", " ")
        assert "".join("".join(pieces).split()) == "".join(words.split()), claim["id"]


def test_every_piece_is_wrapped_once_for_each_claim_and_its_mark_names_them(built: Built) -> None:
    claims = {claim["id"] for claim in exported(built, "claims")}
    for source in exported(built, "sources"):
        text = page(built.folder / source["url"] / "index.html")
        marks = 0
        for (tag, attributes), around in zip(text.elements, text.around, strict=True):
            if tag != "mark":
                continue
            marks += 1
            named = (attributes["data-claims"] or "").split()
            spans = [re.sub(r"--\d+$", "", name) for outer, name in around if outer == "span" and name]
            assert sorted(named) == sorted(span for span in spans if span in claims)
            assert not [outer for outer, _ in around if outer in {"mark", "a"}]
        assert marks


def test_the_pieces_of_the_supplied_text_are_the_quotation(built: Built) -> None:
    for claim in exported(built, "claims"):
        raw = (built.project / "sources" / claim["source"] / "text.txt").read_bytes().decode()
        evidence = claim["evidence"]
        words = "".join(raw[start:end] for start, end in evidence["pieces"])
        assert folded(words) == folded(evidence["exact"].replace("[…]", "")), claim["id"]
        assert (evidence["start"], evidence["end"]) == (
            min(start for start, _ in evidence["pieces"]),
            max(end for _, end in evidence["pieces"]),
        )


def folded(words: str) -> str:
    """Letters and digits only: case was lost, hyphens were added at line ends."""
    return "".join(char for char in words.casefold() if char.isalnum())


def test_references_and_notes_are_linked_both_ways(built: Built) -> None:
    seen = 0
    for source in exported(built, "sources"):
        text = page(built.folder / source["url"] / "index.html")
        targets = [
            attributes["href"] for tag, attributes in text.elements if tag == "a" and "href" in attributes
        ]
        for tag, attributes in text.elements:
            if tag == "a" and attributes.get("role") == "doc-noteref":
                seen += 1
                note = (attributes["href"] or "").removeprefix("#")
                assert note in text.texts
                assert re.fullmatch(r"note-\d+", note)
                assert f"#{attributes['id']}" in targets
    assert seen
