"""Guards: doubts whether the words that were found support the claim. An editor fixes the claim, or allows it.

One module a guard or a pair: `wording`, `surroundings`, `values`, `naming`, `time_words`, `copied` for a claim,
`language`, `characters` for a source. `expectations` are the values of a claim, `support` those of its words. Finding
numbers, dates and names in a text is left to `dossier.leaves`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dossier.leaves.doubt import Doubt, report_doubts
from dossier.leaves.language.languages import language_of
from dossier.leaves.language.needs import checks_off
from dossier.model.codes import Code
from dossier.model.place import Places
from dossier.model.problem import Problems
from dossier.model.source import Source
from dossier.verify.guards.characters import doubt_characters
from dossier.verify.guards.copied import COPIED, doubt_copied
from dossier.verify.guards.doubt import VerifiedClaim
from dossier.verify.guards.language import doubt_language
from dossier.verify.guards.naming import ALONE, NAME, doubt_alone, doubt_names
from dossier.verify.guards.surroundings import HEDGE, NEGATION, doubt_surroundings
from dossier.verify.guards.time_words import TIME, doubt_time_words
from dossier.verify.guards.values import DATE, NUMBER, doubt_values
from dossier.verify.guards.wording import SHORT, doubt_short_quote
from dossier.verify.matching import Searchable

GUARDS: tuple[Callable[[VerifiedClaim], Iterator[Doubt]], ...] = (
    doubt_short_quote,
    doubt_surroundings,
    doubt_values,
    doubt_names,
    doubt_time_words,
    doubt_alone,
    doubt_copied,
)
CODES = (DATE, HEDGE, NAME, NEGATION, ALONE, NUMBER, SHORT, COPIED, TIME)
"""What an `allow` of a claim can answer."""
SOURCE_CODES = (Code.LANGUAGE_NOT_KNOWN, Code.LOST_LETTERS)
"""What an `allow` of a source can answer."""


def check_guards(found: VerifiedClaim, problems: Problems) -> None:
    """Report every doubt that no `allow` answers, and every `allow` that answers nothing."""
    off = checks_off(language_of(found.language))
    doubts = [doubt for guard in GUARDS for doubt in guard(found) if doubt.code not in off]
    known = not found.corpus.broken  # else what a claim is held to may be in a record that was not valid
    report_doubts(doubts, found.claim.allow, CODES, found.places, problems, all_known=known)


def check_source(source: Source, text: Searchable, places: Places, problems: Problems) -> None:
    """Report every doubt about a text as a whole that its `allow` does not answer, and every `allow` without one."""
    doubts = [*doubt_language(source, places), *doubt_characters(text)]
    report_doubts(doubts, source.allow, SOURCE_CODES, places, problems)
