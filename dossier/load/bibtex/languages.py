"""The language of a work: names of CLDR and of LaTeX's babel, codes of ISO 639 and tags of BCP 47, as a tag."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?P<rest>(?:[-_][A-Za-z0-9]{2,8})*)")
_OF_BABEL = {
    "acadian": "fr-CA",
    "american": "en-US",
    "ancientgreek": "grc",
    "australian": "en-AU",
    "austrian": "de-AT",
    "bahasa": "id",
    "bahasai": "id",
    "bahasam": "ms",
    "brazil": "pt-BR",
    "brazilian": "pt-BR",
    "british": "en-GB",
    "canadian": "en-CA",
    "canadien": "fr-CA",
    "castilian": "es",
    "chinese-hans": "zh-Hans",
    "chinese-hant": "zh-Hant",
    "chinese-simplified": "zh-Hans",
    "chinese-traditional": "zh-Hant",
    "classiclatin": "la",
    "croatian": "hr",
    "ecclesiasticlatin": "la",
    "farsi": "fa",
    "francais": "fr",
    "frenchb": "fr",
    "german": "de",
    "germanb": "de",
    "indon": "id",
    "interlingua": "ia",
    "kurmanji": "kmr",
    "lsorbian": "dsb",
    "lowersorbian": "dsb",
    "magyar": "hu",
    "medievallatin": "la",
    "mexican": "es-MX",
    "meyalu": "ms",
    "naustrian": "de-AT",
    "newzealand": "en-NZ",
    "ngerman": "de",
    "norsk": "no",
    "nswissgerman": "de-CH",
    "nynorsk": "nn",
    "polutonikogreek": "el",
    "portuges": "pt",
    "samin": "se",
    "scottish": "gd",
    "serbian-cyrillic": "sr-Cyrl",
    "serbian-latin": "sr-Latn",
    "serbianc": "sr-Cyrl",
    "sorbian": "hsb",
    "spanishmx": "es-MX",
    "swissfrench": "fr-CH",
    "swissgerman": "de-CH",
    "swissitalian": "it-CH",
    "tamazight": "zgh",
    "ukenglish": "en-GB",
    "uppersorbian": "hsb",
    "usenglish": "en-US",
    "usorbian": "hsb",
}
"""What babel calls languages otherwise than CLDR, in its present and former spellings."""


def language_tag(typed: str) -> str | None:
    """The BCP 47 tag of a language that is named in any of these ways, or `None`."""
    name = typed.strip().casefold()
    if name in language_names():
        return language_names()[name]
    if (match := _TAG.fullmatch(typed.strip())) is None:
        return None
    code = match["language"].lower()
    return _codes().get(code, code) + match["rest"].replace("_", "-")


@cache
def language_names() -> Mapping[str, str]:
    """The tags of languages by their names in small letters."""
    names = {name.casefold(): tag for tag, _, each in _rows() for name in each.split("|")}
    return names | _OF_BABEL


@cache
def _codes() -> Mapping[str, str]:
    return {code: tag for tag, codes, _ in _rows() for code in codes.split()}


@cache
def _rows() -> list[tuple[str, str, str]]:
    text = files("dossier.load.bibtex").joinpath("languages.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return [(tag, codes, names) for tag, codes, names in rows]
