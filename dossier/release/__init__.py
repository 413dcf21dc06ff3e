"""A release: a state of the site that is kept, cited and deposited. One module a part of its folder.

The site in one file is made by `site`; where the folder goes is left to the command.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from dossier.leaves.address import ARCHIVE
from dossier.leaves.numbers import counted
from dossier.leaves.packing import with_manifest
from dossier.leaves.progress import Progress, silent
from dossier.model.day import Day
from dossier.model.public import Public
from dossier.release.changes_since import Past, changes_since
from dossier.release.documents import note_documents, source_documents

__all__ = ["HISTORY", "RECORD", "Past", "Version", "release_files"]

RECORD = "release.json"
"""What a release says of itself."""
HISTORY = "history.json"


@dataclass(frozen=True, slots=True)
class Version:
    """What a release is called, and its day."""

    name: str
    day: Day


def release_files(
    public: Public,
    version: Version,
    past: Past | None,
    history: bytes,
    archive: bytes,
    progress: Progress = silent,
) -> dict[str, bytes]:
    """The files of a release by path; `history` is history.json as exported, `archive` the site in one file.

    `past` is the release before. The same records, version and day give the same bytes.
    """
    day = str(version.day)
    documents: dict[str, bytes] = {}
    for path, content in (*note_documents(public, day), *source_documents(public, day)):
        documents[path] = content
        progress("release", path)
    files = {
        **documents,
        ARCHIVE: archive,
        HISTORY: history,
        "CHANGES.md": changes_since(public, version.name, day, past, json.loads(history)).encode(),
        RECORD: _record(public, version, past),
        "README.txt": _readme(public, version, len(documents)).encode(),
    }
    return with_manifest(files)


def _record(public: Public, version: Version, past: Past | None) -> bytes:
    site = public.corpus.configuration.site
    said = {
        "site": site.name,
        "url": site.url or None,
        "version": version.name,
        "day": str(version.day),
        "since": past.version if past else None,
        "records": public.corpus.counts,
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _readme(public: Public, version: Version, documents: int) -> str:
    site = public.corpus.configuration.site
    return f"""{site.name or "Untitled"}, version {version.name} of {version.day}
{site.url}

dossier.zip      the whole site: unpack it, open index.html, read its README.txt
CHANGES.md       what is new and what was corrected since the version before
history.json     the same of all versions, for software
release.json     what this version is called, its day, how many records it has
notes/, sources/ notes and sources as {counted(documents, "document")} for word processors (DOCX,
                 ISO/IEC 29500), with a footnote for each passage that is cited
MANIFEST.sha256  the SHA-256 sums of these files: sha256sum --check MANIFEST.sha256
"""
