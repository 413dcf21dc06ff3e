"""The page on every field of every file of records, as Markdown; it says what the JSON Schemas say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept, digest_of
from dossier.leaves.markup import text
from dossier.load.field_examples import one_line
from dossier.load.field_schemas import shapes
from dossier.load.schemas import schemas
from dossier.model.vocabulary import Vocabulary

FIELDS_PAGE = "guide/fields.md"
"""Its path in `docs/`, by which pages link it and a site replaces it."""

_FRONT = """---
title: Every field
summary: What each file of records may say, field by field, with an example of each.
---

Each table is one file. Fields in **bold** have to be there; all others are left out where they have nothing to say.
What is inside a field is named with a dot: `rights.license` is the field `license` in the field `rights`.
The examples are invented.

Editors that know JSON Schema show the same as you type: the first line of each file names its schema.
"""
_LONGEST_EXAMPLE = 120
"""Of longer ones the fields inside have examples."""
_HEAD = "| field | what it says | example |\n|---|---|---|"


def fields_page(vocabulary: Vocabulary, cache: Path | None = None) -> str:
    """The page for a site with these words; kinds of entities that have the same fields share a table.

    It is kept in the folder `cache`: to make it takes all schemas.
    """
    if cache is None:
        return _page(vocabulary)
    key = digest_of(programs_at_work().encode(), repr(vocabulary).encode())
    return Kept(cache).recall("fields-page", key, lambda: _page(vocabulary).encode()).decode()


@lru_cache(maxsize=1)
def _page(vocabulary: Vocabulary) -> str:
    made = {name: json.loads(typed) for name, typed in schemas(vocabulary).items()}
    kinds = [f"{kind.plural}.json" for kind in vocabulary.kinds]
    sections = [
        ("source", "`sources/<key>/source.yml`: what a text is", [made["source.json"]]),
        ("claims", "`sources/<key>/claims.yml`: what it says", [made["claims.json"]]),
        (
            "entities",
            "`sources/index/`: what claims are about, a file a kind",
            [made[name] for name in kinds],
        ),
        ("topics", "`sources/index/topics.yml`", [made["topics.json"]]),
        ("questions", "`sources/index/questions.yml`", [made["questions.json"]]),
        ("vocabulary", "`sources/vocabulary.yml`: the words of the subject", [made["vocabulary.json"]]),
    ]
    parts = [_FRONT]
    for id_, title, of_files in sections:
        rows = dict(row for made in of_files for row in _rows(made, made.get("$defs", {}), ""))
        parts += [f"## {title} {{#{id_}}}\n", "\n".join([_HEAD, *rows.values()]), ""]
    return "\n".join(parts)


def _rows(
    schema: Mapping[str, Any], definitions: Mapping[str, Any], before: str
) -> Iterator[tuple[str, str]]:
    """The rows of a table by the names of fields, each before those of the fields in it."""
    for shape in shapes(schema, definitions):
        for field, made in shape.get("properties", {}).items():
            name = f"{before}{field}"
            words = [word for inner in shapes(made, definitions) for word in inner.get("enum", ())]
            said = _as_markdown(" ".join(made.get("description", "").split()))
            if words:
                said = f"{said} One of {', '.join(f'`{word}`' for word in dict.fromkeys(words))}.".strip()
            typed = f"**`{name}`**" if field in shape.get("required", ()) else f"`{name}`"
            (example,) = map(one_line, made.get("examples", [""]))
            shown = f"`{example}`" if example and len(example) < _LONGEST_EXAMPLE else ""
            yield name, f"| {typed} | {said} | {shown} |"
            yield from _rows(made, definitions, f"{name}.")


def _as_markdown(description: str) -> str:
    """Plain text with code between back-ticks; a word of the vocabulary in it is text, whatever it looks like."""
    parts = description.split("`")
    return "`".join(part if number % 2 else text(part) for number, part in enumerate(parts))
