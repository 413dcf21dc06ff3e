"""Finds names of entities in a text: which entities it names, and whether it names one by any of its forms.

Where a text is searched for names they are whole words, in the case they were typed. Where it is asked whether a text
names an entity, an abbreviation and an adjective count, too: “UN” names the United Nations, “Syrian” names Syria.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.leaves.fold import folded_name
from dossier.leaves.language.facts import Language
from dossier.model.entity import Entity
from dossier.model.ids import EntityId

FEWEST_LETTERS = 3
"""Shorter names are inside of too much else."""
_WORD = re.compile(r"\w+")
_ABBREVIATION = re.compile(r"(?<!\w)[^\W\d_a-z](?:\.?[^\W_a-z])+(?!\w)")
_STEM = 4
"""The fewest letters that a name shares with its adjective."""
_ENDING = 4
"""By how many letters an adjective may be longer than its name."""
_TELLING = 5
"""Words that agree in so many first letters are forms of one word."""


@dataclass(frozen=True, slots=True)
class EntityName:
    """A folded name, and the entities that are called so."""

    text: str
    entities: tuple[EntityId, ...]


@dataclass(frozen=True, slots=True)
class NameIndex:
    """All names by their first word, longest first: a text is read once, whatever the number of names."""

    by_first_word: Mapping[str, tuple[EntityName, ...]]

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
        grouped: dict[str, list[EntityName]] = defaultdict(list)
        for name in sorted(bearers, key=lambda name: (-len(name), name)):
            if (first := _WORD.match(name)) is not None:
                grouped[first.group()].append(EntityName(name, tuple(bearers[name])))
        return cls({word: tuple(names) for word, names in grouped.items()})

    def found_in(self, text: str) -> tuple[EntityId, ...]:
        """The entities that a folded text names, in order, each once."""
        return tuple(dict.fromkeys(id_ for _, name in self.occurrences(text) for id_ in name.entities))

    def occurrences(self, text: str) -> Iterator[tuple[int, EntityName]]:
        """The names in a folded text and where each begins, in order; of names inside of names only the longest."""
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end:
                continue
            for name in self.by_first_word.get(word.group(), ()):
                if text.startswith(name.text, word.start()) and _ends_word(
                    text, word.start() + len(name.text)
                ):
                    yield word.start(), name
                    end = word.start() + len(name.text)
                    break


def _from_first_word(name: str) -> str:
    first = _WORD.search(name)
    return name[first.start() :] if first else ""


def _ends_word(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end - 1].isalnum() and text[end].isalnum())


def forms_of(entity: Entity) -> tuple[str, ...]:
    """Its name and its aliases, folded."""
    return tuple(folded_name(name) for name in (entity.name, *entity.aliases))


def is_named(entity: Entity, text: str, language: Language) -> bool:
    """Whether a folded text has a name or an alias of an entity, its abbreviation, or an adjective of it."""
    forms = forms_of(entity)
    return (
        any(_has_form(form, text) for form in forms)
        or _has_abbreviation(forms, text)
        or any(_has_adjective(form, text) for form in forms)
        or any(_has_words(form, text) for form in forms)
        or any(_has_form(language.adjectives[form], text) for form in forms if form in language.adjectives)
    )


def is_hinted_at(entity: Entity, text: str, language: Language) -> bool:
    """Whether a folded text names an entity, or has at least one of the longer words of its names in some form."""
    words = _stems(text)
    return any(words & _stems(form) for form in forms_of(entity)) or is_named(entity, text, language)


def abbreviations_in(text: str) -> frozenset[str]:
    """The words in capitals of a text, without their points."""
    return frozenset(found.group().replace(".", "") for found in _ABBREVIATION.finditer(text))


def _has_form(form: str, text: str) -> bool:
    """As whole words; in capitals where the form is: `IS`, `US` and `EU` are no other words."""
    compared = text if form.isupper() else text.lower()
    sought = form if form.isupper() else form.lower()
    start = compared.find(sought)
    while start >= 0:
        end = start + len(sought)
        if (start == 0 or not (compared[start - 1].isalnum() and sought[0].isalnum())) and _ends_word(
            compared, end
        ):
            return True
        start = compared.find(sought, start + 1)
    return False


def _has_abbreviation(forms: Iterable[str], text: str) -> bool:
    initials = [short for form in forms if (short := _initials(form))]
    return bool(initials) and not abbreviations_in(text).isdisjoint(initials)


def _initials(form: str) -> str | None:
    """The first letters of the words that begin with a capital, two or more."""
    letters = "".join(word[0] for word in _WORD.findall(form) if word[0].isupper())
    return letters if len(letters) > 1 else None


def _has_adjective(form: str, text: str) -> bool:
    """Whether the last word of a form is in the text with another ending, behind the same words: Syria, Syrian."""
    *before, last = form.split(" ")
    stem = last if len(last) == _STEM else last[: -1 if len(last) == _STEM + 1 else -2]
    if len(stem) < _STEM or not last[0].isupper() or stem not in text:
        return False
    for word in _WORD.finditer(text):
        if word.group().startswith(stem) and len(word.group()) <= len(last) + _ENDING:
            opening = "".join(f"{other} " for other in before)
            if text[: word.start()].lower().endswith(opening.lower()):
                return True
    return False


def _has_words(form: str, text: str) -> bool:
    """Whether all words of a longer form are in the text in some order: the 2015 attacks in Paris.

    A word with a capital keeps it, so that united nations are no United Nations.
    """
    stems = [_stem(word) for word in _WORD.findall(form) if len(word) >= _STEM]
    if len(stems) <= 1 or not all(stem in text for stem in stems):
        return False
    return {_stem(word) for word in _WORD.findall(text)}.issuperset(stems)


def _stem(word: str) -> str:
    return word[:_TELLING]


def _stems(text: str) -> frozenset[str]:
    """The first letters of the longer words of a text, in small letters."""
    return frozenset(_stem(word).lower() for word in _WORD.findall(text) if len(word) >= _STEM)


def forms_in(entity: Entity, text: str) -> frozenset[str]:
    """Those names and aliases of an entity that a folded text has, and its abbreviations there."""
    abbreviated = abbreviations_in(text)
    forms = forms_of(entity)
    written = {form for form in forms if _has_form(form, text) or _has_adjective(form, text)}
    return frozenset(
        written | {short for form in forms if (short := _initials(form)) in abbreviated if short}
    )


def are_one_name(name: str, other: str) -> bool:
    """Whether two folded names are forms of one: one is in the other but for accents and case, or is its initials, or
    they share more than half of the longer words of either.
    """
    first, second = _bare(name), _bare(other)
    if first in second or second in first or _initials(name) == other or _initials(other) == name:
        return True
    words, others = _stems(name), _stems(other)
    return 2 * len(words & others) > min(len(words), len(others)) > 0


def _bare(name: str) -> str:
    """A name without case, accents and signs."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in parts if char.isalnum())
