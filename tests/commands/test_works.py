"""`works` lays in an export, says what changes, and loses no work that is cited."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.load import load
from dossier.model.ids import WorkKey
from dossier.model.problem import Problems

BASE = Path(__file__).parents[1] / "cases" / "_base"
SETTINGS = "site_name: Lights\ndocs_dir: build/pages\ntheme: {name: material, custom_dir: build/theme}\n"
FIRST = """@article{lund1920,
  author = {Lund, Ivo}, title = {Rain}, year = 1920, journal = {Hills}, file = {/home/me/rain.pdf},
  abstract = {Words.}, doi = {10.1000/rain}
}
@book{holm1921, author = {Holm, Ines}, title = {Snow}, date = {1921}, langid = {Anglais}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    shutil.copytree(BASE, project)
    (project / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    for key in ("lights1901", "parish1934"):
        assert CliRunner().invoke(main, ["--root", str(project), "pin", key]).exit_code == 0
    return project


def works(root: Path, text: str, *options: str) -> Result:
    file = root.parent / "My Library.bib"
    file.write_text(text, "utf-8")
    return CliRunner().invoke(main, ["--root", str(root), "works", str(file), *options])


def laid_in(root: Path) -> str:
    return (root / "works/my-library.bib").read_text("utf-8")


def cite(root: Path, key: str) -> None:
    (root / "docs/about.md").write_text(f"---\ntitle: About\n---\n\nRain fell [@{key}].\n", "utf-8")


def test_an_export_becomes_a_file_of_works(root: Path) -> None:
    shown = works(root, FIRST)
    assert shown.exit_code == 0, shown.output
    assert "2 new works, 0 changed, 0 renamed, 0 gone, 0 as before" in shown.stdout
    assert "left out: the fields abstract (1), file (1)\n" in shown.stdout
    assert "not read: `langid` can't be `Anglais` (at `holm1921`)\n" in shown.stdout
    assert not (root / "works").exists()
    assert works(root, FIRST, "--yes").exit_code == 0
    corpus = load(root, problems := Problems())
    assert {"lund1920", "holm1921"} <= corpus.works.keys()
    assert [problem.message for problem in problems if problem.place.file.startswith("works/")] == []
    assert "/home/me" not in laid_in(root)
    again = works(root, FIRST, "--yes")
    assert "works/my-library.bib is as it was.\n" in again.stdout


def test_what_changed_is_shown_as_a_difference(root: Path) -> None:
    works(root, FIRST, "--yes")
    result = works(root, FIRST.replace("{Snow}", "{Deep Snow}") + "@misc{new1930, title = {New}}\n", "--yes")
    assert "1 new work, 1 changed, 0 renamed, 0 gone, 1 as before" in result.stdout
    assert "-  title = {Snow},\n+  title = {Deep Snow},\n" in result.stdout


def test_entries_stay_in_their_order_so_that_letters_do_not_move(root: Path) -> None:
    works(root, "@misc{b, author={Lund, A}, title={B}, date={1920}}\n", "--yes")
    both = "@misc{a, author={Lund, A}, title={A}, date={1920}}\n@misc{b, author={Lund, A}, title={B}, date={1920}}\n"
    works(root, both, "--yes")
    labels = {str(key): work.label for key, work in load(root, Problems()).works.items()}
    assert (labels["b"], labels["a"]) == ("Lund 1920a", "Lund 1920b")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("@misc{x, title={Rain}, doi={https://doi.org/10.1000/RAIN}}", "has the DOI and title of `lund1920`"),
        ("@misc{x, author={Lund, I}, title={RAIN}, date={1920-05}}", "has the author, title and year of"),
        ("@misc{Holm1921, title={Other}}", "has the address in the bibliography of `holm1921`"),
        ("@misc{a'b, title={Other}}", "no page can cite the key `a'b`"),
        ("@misc{, title={Other}}", "an entry has no key"),
    ],
)
def test_what_cannot_be_laid_in_is_named(root: Path, entry: str, said: str) -> None:
    result = works(root, f"{FIRST}{entry}\n", "--yes")
    assert said in result.stdout
    assert "2 new works" in result.stdout


@pytest.mark.parametrize(
    "entry",
    [
        "@misc{x, title={Rain}, doi={10.1000/snow}, author={Lund, Ivo}, year=1920}",
        "@inbook{x, title={Wet}, doi={10.1000/rain}}",
        "@misc{x, author={Berg, Ana}, title={Rain}, year=1920}",
        "@misc{x, crossref={holm1921}, title={Snow}}",
    ],
)
def test_works_that_only_look_alike_are_both_laid_in(root: Path, entry: str) -> None:
    assert "3 new works" in works(root, f"{FIRST}{entry}\n").stdout


def test_a_work_that_is_cited_does_not_get_lost(root: Path) -> None:
    works(root, FIRST, "--yes")
    cite(root, "lund1920")
    before = laid_in(root)
    result = works(root, "@misc{holm1921, author={Holm, Ines}, title={Snow}, date={1921}}\n", "--yes")
    assert result.exit_code == 1
    assert "error: `lund1920` is gone, and is cited: docs/about.md:5:13; put its entry into" in result.stderr
    assert laid_in(root) == before
    cite(root, "holm1921")
    assert works(root, "@misc{holm1921, title={Snow}}\n", "--yes").exit_code == 0
    assert "lund1920" not in laid_in(root)


def test_a_key_that_changed_is_recognized_and_renamed_wherever_it_is_cited(root: Path) -> None:
    works(root, FIRST, "--yes")
    cite(root, "lund1920")
    renamed = FIRST.replace("lund1920", "lundRain1920")
    result = works(root, renamed, "--yes")
    assert result.exit_code == 1
    assert "rename lund1920 lundRain1920` first, then this again" in result.stderr
    done = CliRunner().invoke(main, ["--root", str(root), "rename", "lund1920", "lundRain1920"])
    assert done.exit_code == 0, done.output
    assert "[@lundRain1920]" in (root / "docs/about.md").read_text("utf-8")
    again = works(root, renamed, "--yes")
    assert again.exit_code == 0
    assert "works/my-library.bib is as it was." in again.stdout
    assert load(root, Problems()).works[WorkKey("lundRain1920")].formerly == ("lund1920",)


def test_a_key_that_changed_and_is_not_cited_keeps_its_old_address(root: Path) -> None:
    works(root, FIRST, "--yes")
    result = works(root, FIRST.replace("lund1920", "lundRain1920"), "--yes")
    assert (result.exit_code, "renamed: `lund1920` is `lundRain1920` now" in result.stdout) == (0, True)
    assert load(root, Problems()).works[WorkKey("lundRain1920")].formerly == ("lund1920",)


def test_keys_that_were_made_stay_where_a_title_changes(root: Path) -> None:
    ris = "TY  - BOOK\nAU  - Lund, Ivo\nTI  - Rain\nPY  - 1920\nDO  - 10.1000/rain\nER  - \n"
    works(root, ris, "--yes")
    assert "0 new works, 1 changed" in works(root, ris.replace("Rain", "Rain and fog"), "--yes").stdout
    assert "@book{lund1920rain," in laid_in(root)


def test_what_people_write_into_their_own_file_wins(root: Path) -> None:
    with (root / "citations.bib").open("a", encoding="utf-8") as own:
        own.write("\n@article{lund1920, title = {Rain, as we call it}}\n")
    works(root, FIRST, "--yes")
    work = load(root, Problems()).works[WorkKey("lund1920")]
    assert (work.title, work.fields["journaltitle"]) == ("Rain, as we call it", "Hills")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xff\xfe@", "is not UTF-8"), (b"Dear all", "neither BibTeX nor RIS"), (b"[", "is not JSON")],
)
def test_a_file_that_is_no_export_is_refused(root: Path, content: bytes, said: str) -> None:
    file = root.parent / "x.bib"
    file.write_bytes(content)
    result = CliRunner().invoke(main, ["--root", str(root), "works", str(file)])
    assert (result.exit_code, said in result.stderr) == (2, True)
