"""Every problem code: how it counts and what it means, for `--strict`, the error pages and the tests.

A code is a word an author can search for. Each has a case in `tests/cases/` that triggers it and a clean twin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """`severity` of every problem with this code, and what it means, in one or two sentences for authors."""

    severity: Literal["error", "warning"]
    explanation: str


CODES: Mapping[str, Code] = {
    # keep sorted by code
    "allow-unused": Code(
        "warning",
        "An `allow` answers a check that does not object: it names no such check, or the claim has been mended since.",
    ),
    "bad-answer": Code(
        "error",
        "An answer has no value, or one that its question cannot compare (a date, digits, one word, a list).",
    ),
    "bad-names": Code(
        "error", "The names of a BibTeX entry cannot be told apart: a comma too many, or one at the end."
    ),
    "broken-bibtex": Code(
        "error",
        "A BibTeX entry cannot be read, or text stands outside of every entry and would be lost without a word.",
    ),
    "broken-link": Code(
        "error",
        "A Markdown link of a hand-written page leads to a page or a file of docs/assets/ that does not exist.",
    ),
    "choices-missing": Code("error", "A question of type choice does not say between what."),
    "context-not-found": Code("error", "A passage of `context` does not stand in the source."),
    "date-not-in-quote": Code(
        "warning", "A date that the claim states is neither in its quote nor in its context."
    ),
    "dead-link": Code("error", "A link of a built page leads to a page or a place in it that is not there."),
    "hedge-outside": Code(
        "warning",
        "A word such as “may”, “alleged” or “reportedly” stands in the quote's own sentence, but outside of the quote.",
    ),
    "link-not-md": Code(
        "error",
        "A link inside the site is no relative path to an .md file, and would break when the site moves.",
    ),
    "negation-outside": Code(
        "warning",
        "A word such as “not” or “never” stands in the quote's own sentence, but outside of the quote.",
    ),
    "note-missing": Code(
        "error", "The answers to a question differ, and no note says why and what can be concluded."
    ),
    "number-not-in-quote": Code(
        "warning", "A number that the claim states is neither in its quote nor in its context."
    ),
    "prefix-not-found": Code("error", "The words of `prefix` do not stand just before the quote."),
    "question-unanswered": Code("warning", "No claim answers the question."),
    "quote-crosses-blocks": Code(
        "error",
        "A quote goes beyond one paragraph, one note, or an item with the sentence that introduces its list.",
    ),
    "quote-found-twice": Code(
        "error",
        "A quote or a passage of `context` stands more than once in its source, and nothing says which is meant.",
    ),
    "quote-not-found": Code("error", "A quote does not stand in its source, word for word."),
    "repeated-bibtex-key": Code("error", "Two BibTeX entries have the same key."),
    "same-address": Code("error", "Two things would produce the page at one address."),
    "short-quote": Code("warning", "A quote has fewer than four words, or begins or ends inside a word."),
    "speaker-in-about": Code(
        "warning",
        "A claim repeats its speaker in “about”; a speaker's page lists the claim anyway.",
    ),
    "suffix-not-found": Code("error", "The words of `suffix` do not stand just after the quote."),
    "uncited-sentence": Code("warning", "A sentence of a description or an introduction cites no claim."),
    "unknown-choice": Code("error", "An answer is none of the choices of its question."),
    "unknown-citation": Code("error", "A citation [@id] names neither a claim nor a work."),
    "unknown-claim": Code("error", "A record names a claim that does not exist."),
    "unknown-entity": Code("error", "A record names an entity that does not exist."),
    "unknown-entry-type": Code("error", "A BibTeX entry is of no kind that biblatex knows."),
    "unknown-link": Code("error", "A link [[id]] names no entity, topic, question or source."),
    "unknown-question": Code("error", "A claim answers a question that does not exist."),
    "unknown-topic": Code("error", "A record names a topic that does not exist."),
    "unknown-work": Code("error", "A record names a work that is not in citations.bib."),
    "verdict-missing": Code("error", "The answers to a question differ, and no verdict says in which way."),
    "verdict-needless": Code("warning", "A question has a verdict although its answers do not differ."),
}
