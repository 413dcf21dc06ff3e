"""Each page says as linked data what it is about, in a block that no text of a record can end."""

from __future__ import annotations

import json
from pathlib import Path

import jinja2
import pytest
import yaml

from dossier.render.writing import Front

MOST = 2_500
"""Bytes of a block on the pages of the invented corpus."""


def block(root: Path, text: str) -> str:
    """What the theme prints for a page about something that says `text`."""
    front = Front("T", "claim", linked={"@type": "Claim", "text": text}).as_yaml("")
    theme = jinja2.Environment(
        loader=jinja2.FileSystemLoader(root / "dossier/look/theme"),
        autoescape=False,
    )
    meta = yaml.safe_load(front.strip("-\n"))
    printed = theme.get_template("partials/linked.html").render(page={"meta": meta})
    return printed.strip().removeprefix('<script type="application/ld+json">').removesuffix("</script>")


@pytest.mark.parametrize(
    "text",
    [
        "A lamp.",
        "</script><script>alert(1)</script>",
        "<!-- <script>",
        "a & b",
        '“Quoted”: it’s "so" \\ so',
        "منارة",
        "\\beta \\fun \\u0041",
        "2013-03-23",
    ],
)
def test_no_text_ends_the_block_and_each_is_read_back(root: Path, text: str) -> None:
    printed = block(root, text)
    assert not set("<>&") & set(printed)
    assert json.loads(printed)["text"] == text


def test_pages_of_records_have_a_block_of_a_few_hundred_bytes(pages: dict[str, str]) -> None:
    kinds = set()
    for page in pages.values():
        meta = yaml.safe_load(page.split("---\n")[1])
        if "linked" in meta:
            assert meta["linked"]["@context"][0] == "https://schema.org"
            assert len(json.dumps(meta["linked"])) < MOST
            kinds.add(meta["kind"])
    assert kinds == {"claim", "entity", "question", "source", "note", "index"}
