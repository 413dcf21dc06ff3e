"""Finds names of entities in a text: whole words, in the case they were typed. What they mean is left to `worklist`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.leaves.fold import folded_name
from dossier.model.entity import Entity
from dossier.model.ids import EntityId

FEWEST_LETTERS = 3
"""Shorter names are inside of too much else."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    entities: tuple[EntityId, ...]


@dataclass(frozen=True, slots=True)
class NameIndex:
    """All names by their first word, longest first: a text is read once, whatever the number of names."""

    by_first_word: Mapping[str, tuple[_Name, ...]]

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> NameIndex:
        """The names and aliases of entities; one that two of them share means both."""
        bearers: dict[str, dict[EntityId, None]] = defaultdict(dict)
        for entity in entities:
            for typed in (entity.name, *entity.aliases):
                name = _from_first_word(folded_name(typed))
                if sum(char.isalpha() for char in name) >= FEWEST_LETTERS:
                    bearers[name][entity.id] = None
                    bearers[name[0].upper() + name[1:]][entity.id] = None  # as it opens a sentence
        grouped: dict[str, list[_Name]] = defaultdict(list)
        for name in sorted(bearers, key=lambda name: (-len(name), name)):
            if (first := _WORD.match(name)) is not None:
                grouped[first.group()].append(_Name(name, tuple(bearers[name])))
        return cls({word: tuple(names) for word, names in grouped.items()})

    def found_in(self, text: str) -> tuple[EntityId, ...]:
        """The entities that a text, folded as names are, has in order, each once; of names in names the longest."""
        found: dict[EntityId, None] = {}
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end:
                continue
            for name in self.by_first_word.get(word.group(), ()):
                if text.startswith(name.text, word.start()) and _ends_word(
                    text, word.start() + len(name.text)
                ):
                    found |= dict.fromkeys(name.entities)
                    end = word.start() + len(name.text)
                    break
        return tuple(found)


def _from_first_word(name: str) -> str:
    first = _WORD.search(name)
    return name[first.start() :] if first else ""


def _ends_word(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
