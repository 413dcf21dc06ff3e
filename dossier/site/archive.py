"""Packs a site into one file that opens from a disk, with a README and the sums of all files.

What the README says is left to `export`, links that lead to files to `from_disk`.
"""

from __future__ import annotations

from collections.abc import Iterable

from dossier.leaves.address import ARCHIVE
from dossier.leaves.packing import with_manifest, zipped
from dossier.model.output import OutputFile
from dossier.site.destination import MARK
from dossier.site.filled_folder import FilledFolder
from dossier.site.from_disk import from_disk
from dossier.site.headers import FILE as HEADERS

_FOR_SERVERS = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", HEADERS, ARCHIVE, MARK})
"""What only a server or a search engine asks for, and what is not part of the site."""


def write_archive(site: FilledFolder, paths: Iterable[str], base: str, readme: OutputFile) -> str:
    """Write the archive of a site, which has files at `paths`, into its folder; the digest of the archive.

    `base` is the path that the site is published below. The bytes depend on the files alone (and on the version of
    zlib, which compresses them).
    """
    names = frozenset(paths)
    files = {readme.path: readme.content}
    for name in sorted(names - _FOR_SERVERS):
        content = (site.path / name).read_bytes()
        if name.endswith(".html"):
            content = from_disk(content.decode(), name, names, base).encode()
        files[name] = content
    return site.write(ARCHIVE, zipped(with_manifest(files)))
