"""The site that readers get, as files: built without a warning, the same each time, and nothing in it from elsewhere."""

import hashlib
import re
import shutil
from pathlib import Path

from tests.site.test_evidence import exported, page
from tests.sites import PATH, Built, build, build_apart


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_strict_build_is_clean_and_says_what_it_checked(built: Built) -> None:
    assert built.code == 0, built.said
    assert "warning" not in built.said.lower()
    links, anchors = map(
        int, re.findall(r"(\d+) links and (\d+) anchors checked, none broken", built.said)[0]
    )
    assert links > anchors > len(exported(built, "claims"))


def test_the_same_input_gives_the_same_bytes(root: Path, built: Built, tmp_path: Path) -> None:
    """Sets come in another order with another seed of hashes."""
    project = shutil.copytree(built.project, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("build"))
    again = build_apart(
        root, project, tmp_path / "site", SITE_URL=f"https://example.org{PATH}", PYTHONHASHSEED="1"
    )
    assert again.code == 0, again.said
    assert digest(again.folder) == digest(built.folder)


def test_nothing_is_asked_of_another_site(built: Built) -> None:
    for path in built.folder.rglob("*.html"):
        for tag, attributes in page(path).elements:
            for name in ("src", "srcset", "poster", "data") + (
                ("href",) if tag == "link" and attributes["rel"] != "canonical" else ()
            ):
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
    root: Path, built: Built, tmp_path: Path
) -> None:
    project = shutil.copytree(built.project, tmp_path / "project")
    site = shutil.copytree(built.folder, tmp_path / "site")
    before = digest(site)
    claims = project / "sources/keepers2019/claims.yml"
    typed = claims.read_text(encoding="utf-8")
    lines = typed.splitlines()
    line = next(
        number for number, words in enumerate(lines) if words.startswith("    The Lighthouse Service")
    )
    column = lines[line].index("founded")
    claims.write_text(typed.replace(lines[line], lines[line].replace("founded", "found")), encoding="utf-8")
    broken = build(project, site)
    assert broken.code == 1
    assert f"sources/keepers2019/claims.yml:{line + 1}:{column + 1}: error: " in broken.said
    assert "[quote-not-found]" in broken.said
    assert "was founded in the spring of 1871" in broken.said
    assert "Traceback" not in broken.said
    assert digest(site) == before
