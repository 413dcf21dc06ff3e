"""Works as BibTeX for pandoc, from decoded values; what its author typed is in `Work.bibtex`."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.cite.stand_ins import cover
from dossier.model.work import Name, Work

_LEFT_OUT = frozenset(
    """annotation eventdate keywords label language note options origdate related shorttitle urldate""".split()  # noqa: SIM905
)
_BARE = frozenset(
    """chapter doi edition eid entrysubtype eprint eprintclass eprinttype isbn issn issue number pages pagetotal part
    pubstate type url urn volume volumes""".split()  # noqa: SIM905
)
"""Fields that pandoc reads for itself, and takes braces in for their own."""


def to_bibtex(works: Mapping[str, Work]) -> str:
    """One entry a work, in order, under the keys that are given; without authors, dates, label and note.

    Values are written in double braces: pandoc takes the capitals of English titles for those of a headline, and
    splits publishers at “and”.
    """
    return "\n".join(_entry(key, work) for key, work in works.items())


def _entry(key: str, work: Work) -> str:
    fields = {
        name: covered if name in _BARE else f"{{{covered}}}"
        for name, value in work.fields.items()
        if name.isalpha() and name.isascii() and name not in _LEFT_OUT
        for covered in (cover(value),)
    }
    fields |= {name: " and ".join(map(_name, names)) for name, names in work.names.items()}
    if work.title:
        fields["title"] = f"{{{cover(work.title)}}}"
    kind = work.type if work.type.isalpha() and work.type.isascii() else "misc"
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{kind}{{{key},\n{lines}}}\n"


def _name(name: Name) -> str:
    family = f"{{{cover(name.family)}}}"
    return f"{family}, {{{cover(name.given)}}}" if name.given else family
