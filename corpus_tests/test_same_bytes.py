"""These notes give the same bytes three times, under circumstances that have nothing in common."""

from pathlib import Path

import pytest

from tests.site.test_same_bytes import Circumstances, compare
from tests.sites import notes_of

THREE = (
    Circumstances("plain", {"PYTHONHASHSEED": "0"}),
    Circumstances(
        "two processes, all else otherwise",
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        processes=2,
        order="a",
        umask=0o077,
        folder="a b/é",
    ),
    Circumstances(
        "with what was kept", {"PYTHONHASHSEED": "2", "TZ": "Asia/Kathmandu"}, order="b", warm=True
    ),
)


@pytest.mark.audit
def test_these_notes_are_the_same_three_times(root: Path, tmp_path: Path) -> None:
    compare(notes_of, root, tmp_path, tmp_path / "no-locales", THREE)
