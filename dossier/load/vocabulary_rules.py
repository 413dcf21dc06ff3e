"""The rules that the words of `sources/vocabulary.yml` keep together: none twice, none taken, none unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dossier.leaves.address import SitePage
from dossier.leaves.nearest import suggest
from dossier.load.drafts import Draft
from dossier.load.rules import check_repeats
from dossier.model.claim import Claim
from dossier.model.codes import Code
from dossier.model.entity import Entity
from dossier.model.kinds import RecordKind
from dossier.model.place import Path, Place
from dossier.model.problem import Problems, Related
from dossier.model.vocabulary import StateSign

_HAND_WRITTEN = ("about", "assets", "changes", "glossary", "guide", "search")
_FILES = ("index", "schema", "vocabulary")
_HEADINGS = ("differ", "others", "top", "ways", "when")
_FILTERS = ("decade", "differs", "hedged", "kind", "q", "sort", "source", "speaker", "topic")
_EXPORTED = ("claims", "evidence", "relations", "source_url", "url")

_TAKEN_PLURALS: Mapping[str, str] = (
    {name: f"`#{name}` is another place on the home page or the map" for name in _HEADINGS}
    | {name: f"`{name}` is the name of another file or folder of the records" for name in _FILES}
    | {name: f"/{name}/ is another page’s address" for name in _HAND_WRITTEN}
    | {page.strip("/"): f"/{page} is another page’s address" for page in SitePage}
)
_TAKEN_KINDS: Mapping[str, str] = {name: f"`{name}` narrows lists already" for name in _FILTERS} | {
    kind.value: f"`{kind}` is what another sort of record is called" for kind in RecordKind
}
_TAKEN_FIELDS: Mapping[str, str] = (
    {name: f"`{name}` narrows lists already" for name in _FILTERS}
    | {name: f"`{name}` is a field of exported records" for name in _EXPORTED}
    | {name: f"`{name}` is a field of every claim" for name in Claim.model_fields}
    | {name: f"`{name}` is a field of every entity" for name in Entity.model_fields}
)

_Typed = tuple[Place, str]
"""A word, and where it was typed."""


def plural_of(id: str, typed: str | None) -> str:  # noqa: A002 - the file's own word
    """The plural of a kind as typed, or made of its id."""
    return typed or f"{id}s"


def check_vocabulary(draft: Draft, problems: Problems) -> None:
    """Report the words of a draft that cannot be beside each other, or beside those of every site."""
    kinds, claims = _ids(draft, "kinds"), _ids(draft, "claims")
    _check_kinds(draft, problems)
    for section in ("kinds", "relations", "claims", "sources", "qualifiers"):
        _check_once(_ids(draft, section), "`{}` is declared twice", problems)
    for section in ("relations", "qualifiers"):
        _check_free(_ids(draft, section), _TAKEN_FIELDS, problems)
    _check_free(
        _ids(draft, "qualifiers"),
        {kind: f"`{kind}` is a kind, and lists are narrowed by both" for _, kind in kinds},
        problems,
    )
    for relation in _items(draft, "relations"):
        words = draft.value(*relation, "back_of")
        typed = (
            [(draft.keys[*relation, "back_of", kind], kind) for kind in words]
            if isinstance(words, dict)
            else []
        )
        _check_known(typed, kinds, "kind", problems)
    for qualifier in _items(draft, "qualifiers"):
        _check_list(draft, (*qualifier, "of"), kinds, "kind", problems)
        _check_list(draft, (*qualifier, "told_by"), claims, "kind of claims", problems)
        _check_states(draft, (*qualifier, "states"), problems)
    for view in ("network", "coverage"):
        _check_list(draft, ("views", view), kinds, "kind", problems)


def _check_kinds(draft: Draft, problems: Problems) -> None:
    _check_free(_ids(draft, "kinds"), _TAKEN_KINDS, problems)
    plurals: list[_Typed] = []
    for kind in _items(draft, "kinds"):
        typed, plural = draft.text(*kind, "id"), draft.text(*kind, "plural")
        if typed:
            field = "plural" if plural else "id"
            plurals.append((draft.places.of(*kind, field), plural_of(typed, plural)))
        check_repeats(draft, (*kind, "traits"), problems)
        _check_once(_ids(draft, *kind, "types"), "`{}` is declared twice", problems)
    _check_free(plurals, _TAKEN_PLURALS, problems)
    _check_once(plurals, "two kinds would be at /{}/", problems)


def _check_states(draft: Draft, path: Path, problems: Problems) -> None:
    """The first state is the usual one, whose sign is the best."""
    _check_once(_ids(draft, *path), "`{}` is declared twice", problems)
    sign = draft.text(*path, 0, "sign")
    if sign in {*StateSign} - {StateSign.FULL}:
        message = f"the first state is the usual one, and has the sign `{StateSign.FULL}`"
        problems.add(
            draft.places.of(*path, 0, "sign"),
            Code.BAD_VALUE,
            message,
            f"write `{StateSign.FULL}`, or reorder the states",
        )


def _check_list(draft: Draft, path: Path, known: Iterable[_Typed], noun: str, problems: Problems) -> None:
    check_repeats(draft, path, problems)
    typed = [(draft.places.of(*here), word) for here, word in draft.texts(*path)]
    _check_known(typed, known, noun, problems)


def _check_once(words: Iterable[_Typed], message: str, problems: Problems) -> None:
    first: dict[str, Place] = {}
    for place, word in words:
        if (there := first.setdefault(word, place)) != place:
            related = [Related(there, "the first one")]
            problems.add(place, Code.REPEATED_WORD, message.format(word), "rename one of them", related)


def _check_free(words: Iterable[_Typed], taken: Mapping[str, str], problems: Problems) -> None:
    for place, word in words:
        if word in taken:
            problems.add(place, Code.RESERVED_WORD, taken[word], "choose another word")


def _check_known(words: Iterable[_Typed], known: Iterable[_Typed], noun: str, problems: Problems) -> None:
    declared = [word for _, word in known]
    for place, word in words:
        if word not in declared:
            help_ = suggest(word, declared) or f"declared are {', '.join(declared)}"
            problems.add(place, Code.UNKNOWN_WORD, f"`{word}` is no {noun}", help_)


def _ids(draft: Draft, *path: str | int) -> list[_Typed]:
    """The ids of the records in a list."""
    return [
        (draft.places.of(*item, "id"), id_)
        for item in _items(draft, *path)
        if (id_ := draft.text(*item, "id")) is not None
    ]


def _items(draft: Draft, *path: str | int) -> list[Path]:
    """The paths of the records in a list; none where it is no list."""
    value = draft.value(*path)
    return [(*path, at) for at in range(len(value))] if isinstance(value, list) else []
