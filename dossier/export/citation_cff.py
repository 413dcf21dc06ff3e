"""`CITATION.cff`: how to cite the site as a whole, in the Citation File Format 1.2.0. Its pages are left to `cite`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from dossier.model.exported import ExportedFile, FieldDescription
from dossier.model.output import OutputFile
from dossier.model.public import Public
from dossier.model.work import Name

_MESSAGE = "Cite the page that you use, and the original that it quotes; this is how to cite the whole site."


def citation_cff(public: Public) -> ExportedFile:
    """The one file. A site without named authors is its own: the format demands one."""
    fields = (
        FieldDescription("title", "text", "What the site is called."),
        FieldDescription(
            "abstract", "text", "What it is, in a sentence; absent where mkdocs.yml does not say."
        ),
        FieldDescription(
            "authors", "list", "Those whom mkdocs.yml names under `extra.cite`; else the site itself."
        ),
        FieldDescription("date-released", "date", "The latest day in the records."),
        FieldDescription("url", "text", "Where it is; absent where it has no lasting address."),
    )
    file = OutputFile.of_text("CITATION.cff", "".join(f"{line}\n" for line in _lines(public)))
    return ExportedFile(file, "how to cite the site, in the Citation File Format 1.2.0", 1, fields)


def _lines(public: Public) -> Iterator[str]:
    configuration, day = public.corpus.configuration, public.corpus.latest_day
    site, citing = configuration.site, configuration.citing
    yield "cff-version: 1.2.0"
    yield f"message: {_text(_MESSAGE)}"
    yield "type: dataset"
    yield f"title: {_text(site.name or 'Untitled')}"
    if site.description:
        yield f"abstract: {_text(site.description)}"
    yield "authors:"
    for author in citing.authors or (Name(citing.publisher or site.name or "Untitled", corporate=True),):
        if author.corporate:
            yield f"  - name: {_text(author.family)}"
        else:
            yield f"  - family-names: {_text(author.family)}"
            yield f"    given-names: {_text(author.given)}"
    if day:
        yield f"date-released: {day}"
    if site.url:
        yield f"url: {_text(site.url)}"


def _text(plain: str) -> str:
    """JSON strings are YAML strings."""
    return json.dumps(plain, ensure_ascii=False)
