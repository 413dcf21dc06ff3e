"""The site that readers get, as files: built without a warning, every link sound, every quotation in its place."""

import hashlib
import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.site.conftest import Built, build
from tests.site.pages import Page

pytestmark = pytest.mark.slow

INPUTS = ("sources", "docs", "overrides", "citations.bib", "mkdocs.yml", "build_site.py", "dossier")


@cache
def page(path: Path) -> Page:
    return Page(path)


def exported(built: Built, name: str) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads(
        (built.folder / "data" / f"{name}.json").read_text(encoding="utf-8")
    )
    assert records
    return records


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def copy_of(root: Path, folder: Path) -> Path:
    """A copy of what authors write and of the program, to break."""
    for name in INPUTS:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    return folder


def test_the_strict_build_of_the_real_site_is_clean_and_says_what_it_checked(built: Built) -> None:
    assert built.code == 0, built.said
    assert "warning" not in built.said.lower()
    links, anchors = map(
        int, re.findall(r"(\d+) links and (\d+) anchors checked, none broken", built.said)[0]
    )
    assert links > anchors > len(exported(built, "claims"))


def test_the_same_input_gives_the_same_bytes(root: Path, built: Built, tmp_path: Path) -> None:
    again = build(copy_of(root, tmp_path / "elsewhere"), tmp_path / "site")
    assert again.code == 0, again.said
    assert digest(again.folder) == digest(built.folder)


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


def test_the_pieces_of_the_supplied_text_are_the_quotation(root: Path, built: Built) -> None:
    for claim in exported(built, "claims"):
        raw = (root / "sources" / claim["source"] / "text.txt").read_bytes().decode()
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
    assert seen > 100


def test_nothing_is_asked_of_another_site(built: Built) -> None:
    for path in built.folder.rglob("*.html"):
        for tag, attributes in page(path).elements:
            for name in ("src", "srcset", "poster", "data") + (("href",) if tag == "link" else ()):
                value = attributes.get(name) or ""
                assert not re.match(r"(?:[a-z]+:)?//", value), f"{path}: {tag} {value}"
    for path in built.folder.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", path.read_text(encoding="utf-8")), path


def test_what_we_write_has_no_inline_style_or_script(built: Built) -> None:
    for path in built.folder.rglob("index.html"):
        for (tag, attributes), around in zip(page(path).elements, page(path).around, strict=True):
            if any(outer == "article" for outer, _ in around):
                assert tag != "script", path
                assert "style" not in attributes, f"{path}: {tag} {attributes}"


def test_search_engines_are_asked_to_leave_people_out(built: Built) -> None:
    def robots(path: Path) -> list[str | None]:
        return [
            a.get("content") for tag, a in page(path).elements if tag == "meta" and a.get("name") == "robots"
        ]

    people = [entity for entity in exported(built, "entities") if entity["kind"] == "person"]
    assert people
    assert all(robots(built.folder / person["url"] / "index.html") == ["noindex"] for person in people)
    assert robots(built.folder / "index.html") == []


def test_one_word_changed_in_a_quotation_is_told_with_its_place_and_the_old_site_stays(
    root: Path, tmp_path: Path
) -> None:
    copy = copy_of(root, tmp_path / "copy")
    site = tmp_path / "site"
    site.mkdir()
    (site / ".dossier-site").touch()
    (site / "index.html").write_text("the last good site")
    before = digest(site)
    claims = copy / "sources/alaoui2017/claims.yml"
    typed = claims.read_text(encoding="utf-8")
    lines = typed.splitlines()
    start = lines.index("- id: alaoui2017-bcij-founding")
    line = next(
        n for n in range(start, len(lines)) if "Salé" in lines[n] and n > lines.index("  quote: >-", start)
    )
    column = lines[line].index("Salé")
    lines[line] = lines[line].replace("Salé", "Rabat")
    claims.write_text("\n".join(lines) + "\n", encoding="utf-8")
    broken = build(copy, site)
    assert broken.code == 1
    assert f"sources/alaoui2017/claims.yml:{line + 1}:{column + 1}: error: " in broken.said
    assert "[quote-not-found]" in broken.said
    assert "was established in Salé on 23 March 2013" in broken.said
    assert "Traceback" not in broken.said
    assert digest(site) == before
