"""Files as one file: a ZIP archive and a list of checksums, the same bytes for the same files, on every machine."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO

MANIFEST = "MANIFEST.sha256"
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format knows: the day of the records is said where people read it."""
_UNIX = 3
_MODE = 0o100644 << 16
_LEVEL = 6


def manifest(files: Mapping[str, bytes]) -> bytes:
    """The SHA-256 sums of files by path, as `sha256sum --check` reads them: sorted, two blanks before the path.

    `sha256sum` writes a path with a line end or a backslash in another way; none of ours has one.
    """
    return "".join(f"{sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of files by path, in order of path, each with the same time and the same permissions."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(files):
            archive.writestr(_entry(path), files[path], zipfile.ZIP_DEFLATED, _LEVEL)
    return packed.getvalue()


def with_manifest(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files and the list of their sums."""
    return {**files, MANIFEST: manifest(files)}


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, _DAY)
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    return entry
