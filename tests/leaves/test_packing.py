"""Files as one file: the same bytes for the same files."""

import stat
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from dossier.leaves.packing import MANIFEST, manifest, with_manifest, zipped

FILES = {"b/text.txt": "Salé\n".encode(), "a.html": b"<p>One", "b.txt": b""}


def test_a_manifest_has_a_sum_two_blanks_and_a_path_in_order_of_paths() -> None:
    assert [line[64:] for line in manifest(FILES).decode().splitlines()] == [
        "  a.html",
        "  b.txt",
        "  b/text.txt",
    ]
    assert manifest({"empty": b""}).startswith(b"e3b0c44298fc1c149afbf4c8996fb924")


@pytest.mark.skipif(sys.platform == "win32", reason="it has no sha256sum")
def test_a_manifest_is_checked_by_the_usual_program(tmp_path: Path) -> None:
    for path, content in with_manifest(FILES).items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(content)
    checked = ["sha256sum", "--check", "--strict", MANIFEST]
    assert subprocess.run(checked, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    (tmp_path / "a.html").write_bytes(b"<p>Two")
    assert subprocess.run(checked, cwd=tmp_path, capture_output=True, check=False).returncode == 1


def test_the_same_files_are_the_same_archive_in_whatever_order() -> None:
    assert zipped(FILES) == zipped(dict(reversed(FILES.items())))


def test_files_in_an_archive_have_one_time_and_may_be_read_by_everybody() -> None:
    with zipfile.ZipFile(BytesIO(zipped(FILES))) as archive:
        entries = archive.infolist()
        assert archive.read("b/text.txt") == FILES["b/text.txt"]
    assert [entry.filename for entry in entries] == sorted(FILES)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {stat.filemode(entry.external_attr >> 16) for entry in entries} == {"-rw-r--r--"}
