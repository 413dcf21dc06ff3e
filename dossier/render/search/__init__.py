"""The files that the search loads when somebody searches: the names of a site, then what it needs of its text.

`documents` says what is found, `names` and `postings` by what; `columns` by what claims are chosen. `assets/search` and
`assets/explore` of the look ask them, and previews of links show what the rows say. Each file is a script that hands
over one value, so that a page opened from a disk has it, too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from dossier.leaves.language.languages import OURS, language_of
from dossier.model.output import OutputFile
from dossier.render.catalog import Catalog
from dossier.render.search.columns import columns
from dossier.render.search.documents import documents
from dossier.render.search.names import names
from dossier.render.search.postings import postings

_FOLDER = "search/"
_ROWS = 10_000
_TERMS = 24_000
"""How many bytes a file of rows or terms has at most, before it is compressed; one line may have more by itself."""


def search_files(catalog: Catalog) -> Iterator[OutputFile]:
    """`search/names.js`, `search/index.js`, and the files of rows and terms and the columns of claims, whose folder is
    named by what they say.

    A row is a document of the index, by number; the files of rows and terms are found by their first address or term.
    There are none where another file is asked for.
    """
    if catalog.asked is not None and not any(path.startswith(_FOLDER) for path in catalog.asked):
        return
    small = sorted({word for tag in _languages(catalog) for word in language_of(tag).small})
    found = documents(catalog)
    rows = [(document.address, _json(document.row)) for document in found]
    terms = [
        (term, f"{_json(term)}:{str(places).replace(' ', '')}")
        for term, places in postings(catalog, found, small).items()
    ]
    parts = {"rows": _parts(rows, _ROWS), "terms": _parts(terms, _TERMS)}
    bodies = {
        f"{sort}-{number}": _within(sort, [line for _, line in part])
        for sort, files in parts.items()
        for number, part in enumerate(files)
    }
    bodies["claims"] = _json(columns(catalog, {address: number for number, (address, _) in enumerate(rows)}))
    version = hashlib.sha256("".join(bodies.values()).encode()).hexdigest()[:12]
    index = {"version": version, "documents": len(rows)} | {
        sort: [part[0][0] for part in files] for sort, files in parts.items()
    }
    index["starts"] = [sum(map(len, parts["rows"][:number])) for number in range(len(parts["rows"]))]
    yield _file(f"{_FOLDER}names.js", _json([small, *names(catalog, found)]))
    yield _file(f"{_FOLDER}index.js", _json(index))
    for name, body in bodies.items():
        yield _file(f"{_FOLDER}{version}/{name}.js", body)


def _languages(catalog: Catalog) -> set[str]:
    return {OURS, *(source.language for source in catalog.dossier.corpus.sources.values())}


def _parts(lines: Sequence[tuple[str, str]], most: int) -> list[list[tuple[str, str]]]:
    parts: list[list[tuple[str, str]]] = []
    room = 0
    for key, line in lines:
        size = len(line.encode())
        if size > room or not parts:
            parts.append([])
            room = most
        parts[-1].append((key, line))
        room -= size
    return parts


def _within(sort: str, lines: Sequence[str]) -> str:
    return ("[\n{}\n]" if sort == "rows" else "{{\n{}\n}}").format(",\n".join(lines))


def _file(path: str, value: str) -> OutputFile:
    return OutputFile.of_text(path, f"Dossier.give({_json(path)},{value});\n")


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
