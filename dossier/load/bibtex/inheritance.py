"""Fields that entries take from others, by `crossref` and `xdata`: the rules of biblatex (manual, appendix B)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from bibtexparser.middlewares.names import split_multiple_persons_names

from dossier.leaves.nearest import suggest
from dossier.load.bibtex.terms import LISTS, NAMES, REFERENCES
from dossier.load.bibtex.typed_entry import TypedEntry, TypedField, fill, is_export, tell
from dossier.model.codes import Code
from dossier.model.place import Place
from dossier.model.problem import Problems

_NEVER = REFERENCES | frozenset(
    """entryset entrysubtype execute ids label options presort related relatedoptions relatedstring relatedtype
    shorthand shorthandintro sortkey xref""".split()  # noqa: SIM905
)
_TITLES = frozenset({"indexsorttitle", "indextitle", "shorttitle", "sorttitle"})
_FROM = re.compile(r"\s*\{?xdata\s*=\s*(?P<key>[^\s{}]+)-(?P<field>[a-z]+)(?:-(?P<number>[1-9]\d*))?\}?\s*")
"""`xdata=key-field-2`: the second item of a field of another entry (biblatex's manual, 3.13.6)."""
_MOST_HEIRS = 20
_TYPES = {"conference": "inproceedings"}


def inherit(
    entries: Mapping[str, TypedEntry], broken: Collection[str], problems: Problems
) -> tuple[dict[str, TypedEntry], set[str]]:
    """Every entry with what it inherits, and the keys of those that are refused because their parent is missing.

    A parent that is among the `broken` is reported already.
    """
    heirs = _Heirs(entries, broken, problems)
    return {key: heirs.with_inheritance(key, ()) for key in entries}, heirs.orphans


@dataclass(slots=True)
class _Heirs:
    entries: Mapping[str, TypedEntry]
    broken: Collection[str]
    problems: Problems
    orphans: set[str] = field(default_factory=set)
    _done: dict[str, TypedEntry] = field(default_factory=dict)

    def with_inheritance(self, key: str, heirs: tuple[str, ...]) -> TypedEntry:
        """An entry with all that it inherits; `heirs` are the entries that wait for it."""
        if key in self._done:
            return self._done[key]
        entry = self.entries[key]
        fields = dict(self._followed(entry, (*heirs, key)))
        for name in ("xdata", "crossref"):
            for wanted in self._named(entry, name):
                if (
                    parent := self._parent(entry, entry.fields[name].place, wanted, (*heirs, key))
                ) is not None:
                    fields = fill(
                        fields, parent.fields if name == "xdata" else _passed_on(parent, entry.type)
                    )
        self._done[key] = replace(
            entry, fields={name: each for name, each in fields.items() if name not in REFERENCES}
        )
        return self._done[key]

    def _named(self, entry: TypedEntry, name: str) -> list[str]:
        if (typed := entry.fields.get(name)) is None:
            return []
        return [key.strip() for key in typed.value.split(",") if key.strip()]

    def _followed(self, entry: TypedEntry, heirs: tuple[str, ...]) -> Iterator[tuple[str, TypedField]]:
        """The fields, with what stands for `xdata=key-field-2` in their values; without one that leads nowhere."""
        for name, typed in entry.fields.items():
            if "xdata" not in typed.value or name in REFERENCES:
                yield name, typed
                continue
            many = name in NAMES | LISTS
            items = split_multiple_persons_names(typed.value) if many else [typed.value]
            found = [self._item(entry, typed, item, heirs) for item in items]
            if None not in found:
                yield name, replace(typed, value=" and ".join(filter(None, found)))

    def _item(self, entry: TypedEntry, typed: TypedField, item: str, heirs: tuple[str, ...]) -> str | None:
        """An item of a value, or what another entry has where it leads; `None` where it leads nowhere."""
        match = _FROM.fullmatch(item)
        if match is None:
            return item
        parent = self._parent(entry, typed.place, match["key"], heirs)
        if parent is None:
            return None
        name, number = match["field"], int(match["number"] or 0)
        value = parent.fields[name].value if name in parent.fields else ""
        values = ["", *split_multiple_persons_names(value)] if number else [value]
        if number < len(values) and values[number]:
            return values[number]
        message = f"`{match['key']}` has no `{name}`{f' number {number}' if number else ''}"
        help_ = "name a field that it has, or write the value itself"
        self._refuse(entry, typed.place, Code.BAD_VALUE, message, help_)
        return None

    def _parent(
        self, entry: TypedEntry, place: Place, wanted: str, heirs: tuple[str, ...]
    ) -> TypedEntry | None:
        if wanted in heirs:
            self._refuse(entry, place, Code.BAD_VALUE, f"`{entry.key}` inherits from itself", "")
            return None
        if len(heirs) > _MOST_HEIRS:
            message = f"`{wanted}` would pass through more than {_MOST_HEIRS} entries"
            self._refuse(entry, place, Code.BAD_VALUE, message, "name the entry that has the fields")
            return None
        if wanted in self.entries:
            return self.with_inheritance(wanted, heirs)
        if wanted not in self.broken:
            help_ = (
                suggest(wanted, self.entries) or f"add the entry `{wanted}`, or write the fields themselves"
            )
            self._refuse(entry, place, Code.UNKNOWN_WORK, f"`{wanted}` is the key of no entry", help_)
        return None

    def _refuse(self, entry: TypedEntry, place: Place, code: Code, message: str, help_: str) -> None:
        tell(self.problems, place, code, message, help_)
        if not is_export(place):
            self.orphans.add(entry.key)


def _passed_on(parent: TypedEntry, child: str) -> dict[str, TypedField]:
    """What a parent of one type gives to a child of another, under the names that the child's type has for it."""
    names = _renamed(_TYPES.get(parent.type, parent.type), _TYPES.get(child, child))
    titled = "title" in names
    renamed = {new: parent.fields[old] for old, news in names.items() if old in parent.fields for new in news}
    kept = {
        name: each
        for name, each in parent.fields.items()
        if name not in _NEVER and name not in names and not (titled and name in _TITLES)
    }
    return fill(renamed, kept)


def _renamed(parent: str, child: str) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    if parent in {"mvbook", "book"} and child in {"inbook", "bookinbook", "suppbook"}:
        names["author"] = ("author", "bookauthor")
    for parents, children, prefix in _PREFIXES:
        if parent in parents and child in children:
            names |= {name: (f"{prefix}{name}",) for name in ("title", "subtitle", "titleaddon")}
    return names


_PREFIXES = (
    ({"mvbook"}, {"book", "inbook", "bookinbook", "suppbook"}, "main"),
    (
        {"mvcollection", "mvreference"},
        {"collection", "reference", "incollection", "inreference", "suppcollection"},
        "main",
    ),
    ({"mvproceedings"}, {"proceedings", "inproceedings"}, "main"),
    ({"book"}, {"inbook", "bookinbook", "suppbook"}, "book"),
    ({"collection", "reference"}, {"incollection", "inreference", "suppcollection"}, "book"),
    ({"proceedings"}, {"inproceedings"}, "book"),
    ({"periodical"}, {"article", "suppperiodical"}, "journal"),
)
"""Which parents' titles come before which children's: `title` becomes `booktitle`, `subtitle` `booksubtitle`."""
