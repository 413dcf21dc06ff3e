"""`README.txt` of what is kept: what it is, how to open it, which formats it has, whose rights, how to verify it.

It is for somebody who finds the files in ten years, without this program and without a network.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill

from dossier.leaves.packing import MANIFEST
from dossier.model.exported import ExportDescription
from dossier.model.kinds import Publish
from dossier.model.output import OutputFile
from dossier.model.public import Public
from dossier.model.source import Rights

_WIDTH = 78
_SHOWN = {
    Publish.FULL: "The text is in this archive whole.",
    Publish.EXCERPTS: "This archive has the quoted passages with their sentences, not the whole text.",
    Publish.WITHHELD: "This archive has the quotations alone, not the text.",
}
_LICENSES = {"unstated": "no license is stated", "permission": "by permission"}


def readme(public: Public, exports: Sequence[ExportDescription], day: str) -> OutputFile:
    """The one file; `day` is the ISO day of the latest change of the records."""
    return OutputFile.of_text("README.txt", "\n".join(_lines(public, exports, day)) + "\n")


def _lines(public: Public, exports: Sequence[ExportDescription], day: str) -> Iterator[str]:
    corpus = public.corpus
    site, counts = corpus.configuration.site, corpus.counts
    name = site.name or "Untitled"
    yield from (name, "=" * min(len(name), _WIDTH), "")
    if site.description:
        yield from (_filled(site.description), "")
    yield _filled(
        f"This is a website of {counts['claims']} claims from {counts['sources']} sources, each with the words of "
        f"its source that show it, as it was on {day}. Everything it needs is here; it asks no network for anything."
    )
    if site.url:
        yield f"It was published at {site.url}"
    yield from _section("HOW TO OPEN IT")
    yield _filled(
        "Unpack all files, and open index.html in a web browser (a double click will do). Pages, pictures, the "
        "search and the table of claims work from a disk. Where no browser runs its scripts any more, the pages "
        "still read and lead to each other; and all files but the database are text that any editor shows, in UTF-8."
    )
    yield from _section("WHAT THE FILES ARE")
    yield "*.html  pages, in HTML 5; assets/ and search/ are their styles and scripts"
    yield from (_described(exported) for exported in exports)
    yield ""
    yield _filled(
        "Dates are written as EDTF (ISO 8601-2). data/index.html says what each field of each file means; where a "
        "file has a JSON Schema, that is beside it in data/schema/."
    )
    yield from _section("WHOSE RIGHTS")
    yield _filled("The sources keep their own rights. This is how they state them:")
    for key, source in corpus.sources.items():
        yield from (
            "",
            fill(f"{corpus.title(key)} [{key}]: {_rights(source.rights)}", _WIDTH, subsequent_indent="  "),
        )
    yield from (
        "",
        _filled("licenses/index.html says more. The theme of the pages is under the MIT license."),
    )
    yield from _section("HOW TO VERIFY IT")
    yield _filled(
        f"{MANIFEST} has the SHA-256 sum (FIPS 180-4, 64 hexadecimal digits) and the path of each file but "
        "itself. In the folder of this file:"
    )
    yield from ("", f"    sha256sum --check {MANIFEST}        (Linux)")
    yield f"    shasum -a 256 --check {MANIFEST}    (macOS)"
    yield ""
    yield _filled(
        "prints OK behind each file that is as it was. Every quotation was found in its source when this was made: "
        "data/claims.json says where, as offsets of Unicode characters in sources/<key>/text.txt, where that is here, "
        "and data/sources.json has the SHA-256 sum of each source’s text."
    )


def _section(title: str) -> tuple[str, ...]:
    return ("", "", title, "-" * len(title), "")


def _described(exported: ExportDescription) -> str:
    path = exported.pattern or exported.path
    return fill(f"{path}  {exported.item}", _WIDTH, subsequent_indent="    ", break_on_hyphens=False)


def _rights(rights: Rights) -> str:
    terms = _LICENSES.get(rights.license, f"license {rights.license}")
    holder = f", {rights.holder}" if rights.holder else ""
    note = f" {rights.note}" if rights.note else ""
    return f"{terms}{holder}. {_SHOWN[rights.publish]}{note}"


def _filled(words: str) -> str:
    return fill(words, _WIDTH, break_long_words=False, break_on_hyphens=False)
