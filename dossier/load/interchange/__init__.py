"""Exports of reference programs in RIS or CSL-JSON as the BibTeX that `bibtex` reads.

`ris` makes CSL items of RIS, `csl` BibTeX of CSL items. What entries mean is left to `bibtex`.
"""

from __future__ import annotations

import json
import re

from dossier.load.interchange.csl import Converted, convert
from dossier.load.interchange.ris import is_ris, read_ris

__all__ = ["Converted", "NotAnExportError", "as_bibtex"]

_ENTRY = re.compile(r"^[ \t]*@\s*\w+\s*[{(]", re.MULTILINE)
_KNOWN = "export the library as BibTeX, RIS or CSL-JSON"


class NotAnExportError(ValueError):
    """A text in none of the formats; the message is the end of a sentence about the file."""


def as_bibtex(text: str) -> Converted:
    """The text of an export as BibTeX, whichever of the formats it is in. Raises `NotAnExportError`."""
    if text.lstrip()[:1] in {"[", "{"}:
        return convert(_items(text))
    if is_ris(text):
        return convert(read_ris(text))
    if _ENTRY.search(text) or not text.strip():
        return Converted(text)
    raise NotAnExportError(f"is neither BibTeX nor RIS nor CSL-JSON; {_KNOWN}")


def _items(text: str) -> list[dict[str, object]]:
    try:
        items = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAnExportError(f"is not JSON: {error}") from error
    items = items.get("items", items) if isinstance(items, dict) else items
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise NotAnExportError(f"is JSON, but no list of CSL items; {_KNOWN}")
    if any("itemType" in item for item in items):
        raise NotAnExportError(f"is JSON of Zotero's own, not CSL-JSON; {_KNOWN}")
    return items
