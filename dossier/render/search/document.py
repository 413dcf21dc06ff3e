"""What the search finds, as one kind of value, whatever it is. What there is to be found is left to `documents`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Sort(IntEnum):
    """What is found; scripts know it by its number."""

    CLAIM = 0
    NAME = 1
    QUESTION = 2
    PASSAGE = 3
    NOTE = 4
    WORK = 5


@dataclass(frozen=True, slots=True)
class Document:
    """What is found at an `address`, under a `title`; `where` says what it is and where it stands.

    `body` are its words, in turn plain and quoted. `state` is said of it, `there` is the address of its own words.
    It is found by its `names`, `dates` and `remarks` as well. `language` is that of the body, where it is not ours.
    What is gone to by name has the `start` of the addresses of its kind, and how many `claims` there are of it.
    """

    sort: Sort
    address: str
    title: str
    where: str
    body: tuple[str, ...] = ()
    state: str = ""
    there: str = ""
    language: str = ""
    names: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    start: str | None = None
    claims: int = 0

    @property
    def row(self) -> list[object]:
        """What scripts get of it; empty ends are left out."""
        head: list[object] = [self.sort, self.address, self.title, self.where]
        return without_ends([*head, self.body, self.state, self.there, self.language])


def without_ends(row: list[object]) -> list[object]:
    """A row without what is empty at its end."""
    while not row[-1]:
        row.pop()
    return row
