"""The guard `language-not-known`: a source whose language has lists that are not there yet, so that guards are off."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.leaves.doubt import Doubt
from dossier.leaves.language.languages import language_of
from dossier.leaves.language.needs import checks_off, less_sure
from dossier.model.codes import Code
from dossier.model.place import Places
from dossier.model.source import Source


def doubt_language(source: Source, places: Places) -> Iterator[Doubt]:
    """The one doubt about what is off for a source."""
    language = language_of(source.language)
    if not language.not_yet:
        return
    off, unsure = checks_off(language), less_sure(language)
    effects = [f"off: {', '.join(off)}"] if off else []
    effects += [f"less sure: {', '.join(unsure)}"] if unsure else []
    yield Doubt(
        Code.LANGUAGE_NOT_KNOWN,
        places.of("language"),
        f"word lists are missing for the language `{source.language}`; {'; '.join(effects)}",
        "check its claims by eye, then add `allow: [{code: language-not-known, why: …}]` to source.yml; "
        f"the missing lists are {', '.join(language.not_yet)}",
    )
