"""The names of a BibTeX field, each in its parts. Which fields hold names is left to `entry`."""

from __future__ import annotations

import re

from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

from dossier.load.bibtex.latex import decode_groups, seen
from dossier.model.work import Name

_PARTS = ("family", "given", "prefix", "suffix")
_SETTINGS = frozenset(
    """id labelalphanametemplatename nametemplates sortingnamekeytemplatename uniquelist uniquename
    uniquenametemplatename useprefix""".split()  # noqa: SIM905
) | {f"{part}-i" for part in _PARTS}
_EXTENDED = re.compile(rf'\s*"?\s*(?:{"|".join((*_PARTS, *sorted(_SETTINGS)))})\s*=')
_LAST_AND = re.compile(r"(?:^|\s)and$", re.IGNORECASE)


def parse_names(typed: str) -> tuple[tuple[Name, ...], tuple[str, ...]]:
    """The names of a field, and the macros in it that nobody knows.

    A name wholly in braces is a corporate one and is kept whole. A particle (`van`) belongs to the family name. Names
    of biblatex's extended form (`family=Beumont, given=Simon, prefix=de`) are read as well. Raises `ValueError`, with
    the end of a sentence for authors, where names can't be read.
    """
    decoded = decode_groups(typed)
    names = [_parse_name(name.strip()) for name in split_multiple_persons_names(decoded.text)]
    return tuple(name for name in names if name), decoded.unknown


def _parse_name(grouped: str) -> Name | None:
    """The name, or `None` where there is nothing but settings (`useprefix=true`)."""
    if is_group(grouped) or grouped == "others":
        return Name(seen(grouped), corporate=True)
    if _EXTENDED.match(grouped):
        return _parse_extended(grouped)
    _check(grouped)
    parts = parse_single_name_into_parts(grouped)
    return _name(
        " ".join([*parts.von, *parts.last]), " ".join(parts.first), " ".join(parts.jr), whole=grouped
    )


def _check(grouped: str) -> None:
    """What BibTeX would read without a word, and wrongly."""
    outside = "".join(_outside_of_groups(grouped))
    if _LAST_AND.search(outside):
        raise ValueError("no name follows the last `and`")
    if ";" in outside:
        raise ValueError("`and` separates names, not a semicolon")
    if re.search(r"\s&\s", outside):
        raise ValueError("`and` separates names, not `&`; a corporate name is written in braces")


def _parse_extended(grouped: str) -> Name | None:
    parts: dict[str, str] = {}
    for item in _split_at_commas(grouped):
        name, equals, value = item.strip().strip('"').partition("=")
        name = name.strip().casefold()
        if not equals or name not in {*_PARTS, *_SETTINGS}:
            raise ValueError(f"`{seen(item.strip())}` is not a part of a name, such as `family=` or `given=`")
        parts[name] = value.strip().strip('"')
    if parts.keys() <= _SETTINGS:
        return None
    family = " ".join(filter(None, (parts.get("prefix"), parts.get("family"))))
    return _name(family, parts.get("given", ""), parts.get("suffix", ""), whole=grouped)


def _name(family: str, given: str, suffix: str, *, whole: str) -> Name:
    family, given, suffix = (" ".join(seen(part).split(" ")).strip() for part in (family, given, suffix))
    if not family:
        raise ValueError(f"`{seen(whole)}` has no family name")
    return Name(family, f"{given}, {suffix}" if suffix and given else given or suffix)


def _split_at_commas(grouped: str) -> list[str]:
    parts, depth = [""], 0
    for char in grouped:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if char == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _outside_of_groups(grouped: str) -> list[str]:
    found, depth = [], 0
    for char in grouped:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth == 0:
            found.append(char)
    return found


def is_group(grouped: str) -> bool:
    """Whether one pair of braces holds everything: `{A and B}`, but not `{A} and {B}`."""
    if not (grouped.startswith("{") and grouped.endswith("}")):
        return False
    return "".join(_outside_of_groups(grouped)) == "}"
