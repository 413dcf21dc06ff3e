"""`pin` writes one value and leaves every other byte."""

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.commands.pin import pin, pinned
from dossier.model.usage_error import UsageError

NEW = "f" * 64


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kind: press\nsha256: 5f00  # old\n", f"kind: press\nsha256: {NEW}  # old\n"),
        ('sha256: "5f00"\r\nkind: press\r\n', f"sha256: {NEW}\r\nkind: press\r\n"),
        ("sha256:\nkind: press\n", f"sha256: {NEW}\nkind: press\n"),
        ("sha256: # to do\nkind: press\n", f"sha256: {NEW} # to do\nkind: press\n"),
        ("kind: press", f"kind: press\nsha256: {NEW}\n"),
        ("\ufeff{kind: press, sha256: 5f00}\n", f"\ufeff{{kind: press, sha256: {NEW}}}\n"),
    ],
)
def test_only_the_sum_changes(before: str, after: str) -> None:
    assert pinned(before, NEW) == after


@pytest.mark.parametrize("text", ["", "- a\n", "kind: [\n", "text\n"])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"source\.yml"):
        pinned(text, NEW)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "sources" / "lights1901"
    folder.mkdir(parents=True)
    (folder / "text.txt").write_bytes(b"The lamp.\r\n")
    (folder / "source.yml").write_bytes(b"# note\ncitation: lights1901\nsha256: 00\n")
    return tmp_path


def test_pin_writes_the_sum_of_the_text(project: Path) -> None:
    digest = hashlib.sha256(b"The lamp.\r\n").hexdigest()
    run = CliRunner().invoke(pin, ["lights1901"], obj=project)
    assert run.output == f"sources/lights1901/source.yml pins {digest}.\n"
    record = project / "sources/lights1901/source.yml"
    assert record.read_text(encoding="utf-8") == f"# note\ncitation: lights1901\nsha256: {digest}\n"
    again = CliRunner().invoke(pin, ["lights1901"], obj=project)
    assert again.output == "sources/lights1901/source.yml pins this text already.\n"


@pytest.mark.parametrize(
    ("key", "said"), [("light1901", "did you mean `lights1901`?"), ("zzz", "the sources are: lights1901")]
)
def test_an_unknown_key_is_refused_with_the_nearest(project: Path, key: str, said: str) -> None:
    run = CliRunner().invoke(pin, [key], obj=project)
    assert isinstance(run.exception, UsageError)
    assert said in str(run.exception)


def test_a_missing_text_is_told(project: Path) -> None:
    (project / "sources/lights1901/text.txt").unlink()
    run = CliRunner().invoke(pin, ["lights1901"], obj=project)
    assert isinstance(run.exception, UsageError)
    assert "text.txt" in str(run.exception)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\n", "this is a PDF, not a plain text; take its text out"),
        ("The “lamp”.".encode("cp1252"), "the file is probably in windows-1252; convert it"),
    ],
)
def test_what_is_no_text_is_not_pinned(project: Path, content: bytes, said: str) -> None:
    (project / "sources/lights1901/text.txt").write_bytes(content)
    run = CliRunner().invoke(pin, ["lights1901"], obj=project)
    assert isinstance(run.exception, UsageError)
    assert said in str(run.exception)
    assert "sha256: 00\n" in (project / "sources/lights1901/source.yml").read_text(encoding="utf-8")
