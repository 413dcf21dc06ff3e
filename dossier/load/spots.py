"""Where the values of a record were typed, worked out when it is asked for: of a sound record few places ever are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from dossier.load.files import File
from dossier.load.nodes import Scalar
from dossier.model.place import Path, Spot

T = TypeVar("T")
Origin = TypeVar("Origin")


class WhenAsked(Mapping[Path, T], Generic[T, Origin]):
    """Values by path, each made of something when it is asked for; `origins` gives what they are made of."""

    def __init__(self, origins: Callable[[], Mapping[Path, Origin]], make: Callable[[Origin], T]) -> None:
        self._origins = origins
        self._make = make

    def __getitem__(self, path: Path) -> T:
        return self._make(self._origins()[path])

    def __iter__(self) -> Iterator[Path]:
        return iter(self._origins())

    def __len__(self) -> int:
        return len(self._origins())

    def __repr__(self) -> str:
        return repr(dict(self))


def spot_of(file: File, node: Scalar | int) -> Spot:
    """The spot of a scalar, with its characters where they stand for themselves: not so where any is escaped.

    Of anything else the offset is known, and so its place.
    """
    if isinstance(node, int):
        return Spot(file.place(node))
    place = file.place(node.start)
    raw, start = file.text[node.start : node.end], node.start
    if node.style in {"|", ">"}:
        header = raw.find("\n") + 1
        raw, start = raw[header:], start + header
    elif node.style in {"'", '"'}:
        raw, start = raw[1:-1], start + 1
        if node.style in raw or "\\" in raw:
            return Spot(place)
    return Spot(place, raw, file.place(start))
