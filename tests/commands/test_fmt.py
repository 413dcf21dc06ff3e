"""`fmt` changes the layout of YAML files, and never what they say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from dossier.cli import main
from dossier.commands.fmt import record_files
from dossier.commands.yaml_layout import NoLayoutError, laid_out

BASE = Path(__file__).parents[1] / "cases" / "_base"
LONG = "The lamp on the western rock was lit for the first time by the keeper himself, who had waited for it for years."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Lights\n", encoding="utf-8")
    return tmp_path


def fmt(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "fmt", *arguments])


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("- id: a\n  about: [ b,c ]\n", "- id: a\n  about: [b, c]\n"),
        ("-   id: a\n    about:\n    - b\n    -   c\n", "- id: a\n  about:\n    - b\n    - c\n"),
        ("- {id: a,answers: [ {question: b} ]}\n", "- {id: a, answers: [{question: b}]}\n"),
        (
            "# top\n\n- id: a      # why\n  name: b    # so\n  # in it\n  kind: c\n\n# between\n- id: b\n# end\n",
            "# top\n\n- id: a      # why\n  name: b    # so\n  # in it\n  kind: c\n\n# between\n- id: b\n# end\n",
        ),
        ("---\n-  id: a # why\n", "- id: a  # why\n"),
        ("rights: {license: no}\nsupplied:   2026-11-21\n", "rights: {license: no}\nsupplied: 2026-11-21\n"),
        ("figure: {value: 1_000, unit: '1e3', bound: ~}\n", "figure: {value: 1_000, unit: '1e3', bound: ~}\n"),
        ("- id: a\n  kind:\n  date: 12:30\n", "- id: a\n  kind:\n  date: 12:30\n"),
        ("name: المغرب\nalias: 🗼 ‘x’\n", "name: المغرب\nalias: 🗼 ‘x’\n"),
        ("a: >-\n    kept\n    as it breaks\n", "a: >-\n  kept\n  as it breaks\n"),
        ("# nothing but a comment\n", "# nothing but a comment\n"),
        (
            f"- id: a\n  statement: {LONG}\n\n- id: b\n",
            f"- id: a\n  statement: >-\n    {LONG[:93]}\n    {LONG[94:]}\n\n- id: b\n",
        ),
        (f"statement: {LONG} # why\n", f"statement: {LONG} # why\n"),
        (f"words:\n  the: {LONG}\n", f"words:\n  the: >-\n    {LONG[:93]}\n    {LONG[94:]}\n"),
        (f"words:\n  the lamp: {LONG}\n", f"words:\n  the lamp: {LONG}\n"),
    ],
)  # fmt: skip
def test_a_file_is_laid_out(typed: str, made: str) -> None:
    assert laid_out(typed) == made
    assert laid_out(made) == made


@pytest.mark.parametrize(
    "typed", ["- a: [\n", "a: 1\na: 2\n", "a: b: c\n", "a: '\n", "\ta: b\n", "a: \x07\n"]
)
def test_what_is_no_sound_yaml_is_not_laid_out(typed: str) -> None:
    with pytest.raises(NoLayoutError):
        laid_out(typed)


_TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=140
) | st.sampled_from([LONG, "no", "~", "1e3", "- a", "a: b", "# c", "", "2013-03", "[@a]"])
_VALUES = st.recursive(
    _TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(
    st.lists(_VALUES, min_size=1, max_size=4) | st.dictionaries(_TEXTS, _VALUES, min_size=1), st.booleans()
)
def test_no_value_changes_and_a_second_run_changes_nothing(value: object, in_one_line: bool) -> None:
    typed = yaml.dump(value, allow_unicode=True, default_flow_style=in_one_line, sort_keys=False, width=200)
    try:
        made = laid_out(typed)
    except NoLayoutError:
        return
    assert yaml.load(made, yaml.BaseLoader) == yaml.load(typed, yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
    assert laid_out(made) == made


def test_files_are_laid_out_and_a_second_run_finds_them_so(root: Path) -> None:
    path = root / "sources/index/people.yml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert fmt(root, "--check").exit_code == 1
    result = fmt(root)
    assert result.exit_code == 0
    assert "sources/index/people.yml laid out" in result.stdout
    assert path.read_bytes() == (BASE / "sources/index/people.yml").read_bytes()
    assert fmt(root, "--check").stdout == "All files are laid out alike.\n"


def test_only_the_files_that_are_named_are_laid_out(root: Path) -> None:
    people, places = (root / f"sources/index/{name}.yml" for name in ("people", "places"))
    for path in (people, places):
        path.write_text(path.read_text("utf-8").replace("- id:", "-  id:").replace("\n  ", "\n   "), "utf-8")
    assert fmt(root, str(people)).exit_code == 0
    assert "-  id" not in people.read_text("utf-8")
    assert "-  id" in places.read_text("utf-8")


def test_a_file_that_is_not_yaml_stays_and_is_named(root: Path) -> None:
    path = root / "sources/index/people.yml"
    path.write_bytes(b"- id: [\n")
    result = fmt(root)
    assert result.exit_code == 1
    assert "sources/index/people.yml stays as it is" in result.stderr
    assert path.read_bytes() == b"- id: [\n"


def test_schemas_are_no_records(root: Path) -> None:
    (root / "sources/schema").mkdir()
    (root / "sources/schema/x.yml").touch()
    names = list(record_files(root))
    assert "sources/index/people.yml" in names
    assert "sources/schema/x.yml" not in names


def test_a_new_site_is_laid_out(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["new", str(tmp_path / "notes")]).exit_code == 0
    assert fmt(tmp_path / "notes", "--check").exit_code == 0


def test_a_file_of_no_records_stays_as_it_is() -> None:
    for text in ("[]\n", "# A comment.\n[]\n", "# A comment.\n"):
        assert laid_out(text) == text
