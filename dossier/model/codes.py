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
    "bad-answer": Code(
        "error",
        "An answer has no value, or one that its question cannot compare (a date, digits, one word, a list).",
    ),
    "broken-link": Code(
        "error",
        "A Markdown link of a hand-written page leads to a page or a file of docs/assets/ that does not exist.",
    ),
    "choices-missing": Code("error", "A question of type choice does not say between what."),
    "dead-link": Code("error", "A link of a built page leads to a page or a place in it that is not there."),
    "link-not-md": Code(
        "error",
        "A link inside the site is no relative path to an .md file, and would break when the site moves.",
    ),
    "note-missing": Code(
        "error", "The answers to a question differ, and no note says why and what can be concluded."
    ),
    "question-unanswered": Code("warning", "No claim answers the question."),
    "same-address": Code("error", "Two things would produce the page at one address."),
    "speaker-in-about": Code(
        "warning",
        "A claim repeats its speaker in “about”; a speaker's page lists the claim anyway.",
    ),
    "uncited-sentence": Code("warning", "A sentence of a description or an introduction cites no claim."),
    "unknown-choice": Code("error", "An answer is none of the choices of its question."),
    "unknown-citation": Code("error", "A citation [@id] names neither a claim nor a work."),
    "unknown-claim": Code("error", "A record names a claim that does not exist."),
    "unknown-entity": Code("error", "A record names an entity that does not exist."),
    "unknown-link": Code("error", "A link [[id]] names no entity, topic, question or source."),
    "unknown-question": Code("error", "A claim answers a question that does not exist."),
    "unknown-topic": Code("error", "A record names a topic that does not exist."),
    "unknown-work": Code("error", "A record names a work that is not in citations.bib."),
    "verdict-missing": Code("error", "The answers to a question differ, and no verdict says in which way."),
    "verdict-needless": Code("warning", "A question has a verdict although its answers do not differ."),
}
