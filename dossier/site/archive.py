"""Packs a site into one file that opens from a disk, with a README and the sums of all files.

What the README says is left to `export`, links that lead to files to `from_disk`.
"""

from __future__ import annotations

from pathlib import Path

from dossier.leaves.address import ARCHIVE
from dossier.leaves.packing import with_manifest, zipped
from dossier.model.output import OutputFile
from dossier.site.contents import files_in
from dossier.site.destination import MARK
from dossier.site.from_disk import from_disk
from dossier.site.headers import FILE as HEADERS

_FOR_SERVERS = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", HEADERS, ARCHIVE, MARK})
"""What only a server or a search engine asks for, and what is not part of the site."""


def write_archive(site: Path, base: str, readme: OutputFile) -> None:
    """Write the archive of the site in a folder into it; `base` is the path that the site is published below.

    The bytes depend on the files alone (and on the version of zlib, which compresses them).
    """
    names = frozenset(files_in(site))
    files = {readme.path: readme.content}
    for name in sorted(names - _FOR_SERVERS):
        content = (site / name).read_bytes()
        if name.endswith(".html"):
            content = from_disk(content.decode(), name, names, base).encode()
        files[name] = content
    (site / ARCHIVE).write_bytes(zipped(with_manifest(files)))
