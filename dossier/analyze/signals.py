"""Why a sentence looks checkable: dates, numbers, words that attribute, hedge, compare or judge.

NameIndex are left to `names`, what became of the sentence to `worklist`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.leaves.language.datings import find_datings
from dossier.leaves.language.facts import Language
from dossier.leaves.language.numerals import Numeral, find_numerals
from dossier.leaves.language.tables import Numbers
from dossier.leaves.language.words import phrases_in
from dossier.model.analysis import Signal

_WEB_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def signals_in(text: str, language: Language) -> Iterator[Signal]:
    """The signals of a folded sentence but for names, in their order. Addresses of web pages say nothing."""
    text = _WEB_ADDRESS.sub(" ", text)
    datings = [
        dating for dating in find_datings(text, language) if dating.season is None or dating.year is not None
    ]
    if datings:
        yield Signal.DATE
    dated = {offset for dating in datings for offset in range(dating.start, dating.end)}
    if any(
        numeral.start not in dated and _counts(text, numeral, language.numbers)
        for numeral in find_numerals(text, language)
    ):
        yield Signal.FIGURE
    lists = language.judgment, language.attribution, language.hedge, language.condition
    if any(phrases_in(text, phrases, language) for phrases in lists):
        yield Signal.JUDGMENT


def _counts(text: str, numeral: Numeral, numbers: Numbers) -> bool:
    """A bare “one”, an ordinal word (“second”) and a name like G5 give no figure."""
    typed = text[numeral.start : numeral.end].lower()
    in_words = not any(char.isdigit() for char in typed)
    return not numeral.code and not (numeral.ordinal and in_words) and typed not in numbers.uncounted
