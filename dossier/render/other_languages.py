"""Words of a source that are in another language than the rest: titles of works, stretches in Arabic script.

A title is known by the work's record, never guessed: it is named where the text prints it as the record has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dossier.leaves.arabic import arabic, isolated
from dossier.leaves.fold import fold, folded_text
from dossier.leaves.markup import safe
from dossier.model.work import Work

_IN_ARABIC_SCRIPT = frozenset({"ar", "ckb", "fa", "ps", "sd", "ug", "ur"})
_NAMED = Markup('<span lang="{}">{}</span>')


@dataclass(frozen=True, slots=True)
class LanguageSpan:
    """The range `[start, end)` of a text in another language; Arabic script is `isolated` by its direction, too."""

    start: int
    end: int
    language: str
    isolated: bool = False

    def wrap(self, inner: Markup) -> Markup:
        """Words of the stretch, named."""
        return isolated(inner) if self.isolated else _NAMED.format(Markup(self.language), inner)


@dataclass(frozen=True, slots=True)
class OtherLanguages:
    """What to look for in a text: folded titles, each with its language; Arabic script where it is not the text's."""

    titles: tuple[tuple[str, str], ...]
    script: bool = True

    @classmethod
    def beside(cls, language: str, works: Iterable[Work]) -> OtherLanguages:
        """For a text in `language`: the titles in any other that records of works name."""
        primary = language.partition("-")[0]
        return cls(
            tuple(
                (folded_text(work.title), work.language)
                for work in works
                if work.title and work.language and work.language.partition("-")[0] != primary
            ),
            script=primary not in _IN_ARABIC_SCRIPT,
        )

    def stretches(self, text: str) -> tuple[LanguageSpan, ...]:
        """The stretches of a text, in order, none inside another."""
        found: list[LanguageSpan] = []
        script = arabic(text) if self.script else ()
        stretches = (
            *self._titles(text),
            *(LanguageSpan(start, end, "ar", isolated=True) for start, end in script),
        )
        for stretch in sorted(stretches, key=lambda one: (one.start, -one.end)):
            if not found or stretch.start >= found[-1].end:
                found.append(stretch)
        return tuple(found)

    def words(self, text: str) -> Markup:
        """A text safe for a page, its stretches named."""
        parts, at = [], 0
        for stretch in self.stretches(text):
            parts += [safe(text[at : stretch.start]), stretch.wrap(safe(text[stretch.start : stretch.end]))]
            at = stretch.end
        return Markup("".join((*parts, safe(text[at:]))))

    def _titles(self, text: str) -> Iterator[LanguageSpan]:
        """Titles that appear in the text; those in Arabic script are found by their letters."""
        plain = folded_text(text)
        for title, language in self.titles:
            if title not in plain or any(arabic(title)):
                continue
            folded = fold(text)
            at = folded.text.find(title)
            while at >= 0:
                yield LanguageSpan(*folded.origin(at, at + len(title)), language)
                at = folded.text.find(title, at + len(title))
