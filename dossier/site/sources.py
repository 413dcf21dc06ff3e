"""What the files of a site are made of: known by digests, and read as what these say or not at all.

A page is kept by the digest of its source, which was taken before the records were read.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.structure.files import File

from dossier.leaves.kept import digest_of
from dossier.model.usage_error import UsageError
from dossier.site.filled_folder import Digests
from dossier.site.pages_folder import Pages
from dossier.site.renderer import PageRenderer


def sources_of(renderer: PageRenderer, pages: Pages) -> Digests:
    """A digest of what each file of the site is made of, by its path in `docs_dir` or in the theme.

    Raises `UsageError` where the folder of pages does not hold the files that it was left with.
    """
    folder = renderer.config.docs_dir
    in_folder = {file.src_uri for file in renderer.files if file.src_dir == folder}
    known: Digests = {}
    if Path(folder) == pages.folder:
        known = pages.digests
        for path in sorted(known.keys() ^ in_folder):
            raise _changed(str(pages.folder / path))
    return {
        file.src_uri: known.get(file.src_uri) or digest_of(file.content_bytes)
        for file in (*renderer.pages, *renderer.others)
    }


def read_source(file: File, digest: str) -> bytes:
    """What a file is made of. Raises `UsageError` where that no longer has the digest."""
    content = file.content_bytes
    if digest_of(content) != digest:
        raise _changed(str(file.abs_src_path))
    return content


def _changed(path: str) -> UsageError:
    return UsageError(f"another program changed {path} while the site was built; build it again")
