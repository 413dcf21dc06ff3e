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
    "bad-date": Code(
        "error", "A date is not written in EDTF level 1, such as 2013-03-23, 2014-07, 1985~, 199X, ../2015."
    ),
    "bad-id": Code(
        "error",
        "An id has other than small letters, digits and single hyphens, or a claim's does not begin with its source.",
    ),
    "bad-names": Code(
        "error", "The names of a BibTeX entry cannot be told apart: a comma too many, or one at the end."
    ),
    "bad-number": Code(
        "error", "A number is not written in plain digits, or lies outside of what the field allows."
    ),
    "bad-value": Code(
        "error",
        "A value is not in the form that its field takes, such as a language tag or a range of lines.",
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
    "cut-by-comment": Code(
        "warning",
        "A text that stands without quotation marks ends at ` #`: what follows is a YAML comment, and lost.",
    ),
    "date-not-in-quote": Code(
        "warning", "A date that the claim states is neither in its quote nor in its context."
    ),
    "dead-link": Code("error", "A link of a built page leads to a page or a place in it that is not there."),
    "empty-value": Code(
        "error", "A field, list or file has nothing in it. Leave a field out where there is nothing to say."
    ),
    "file-not-utf8": Code("error", "A file is not saved as UTF-8."),
    "hedge-outside": Code(
        "warning",
        "A word such as “may”, “alleged” or “reportedly” stands in the quote's own sentence, but outside of the quote.",
    ),
    "hint-not-found": Code(
        "error",
        "A reading hint names lines or words that the text does not have, or another hint has already taken.",
    ),
    "hint-unused": Code("warning", "A reading hint changes nothing in the text."),
    "link-not-md": Code(
        "error",
        "A link inside the site is no relative path to an .md file, and would break when the site moves.",
    ),
    "misplaced-field": Code(
        "error",
        "A field stands in a record of a kind that does not have it, such as coordinates in a person.",
    ),
    "missing-field": Code("error", "A field that a record needs is not there."),
    "missing-file": Code(
        "error", "A file that has to be there is not: source.yml or text.txt of a source, or citations.bib."
    ),
    "missing-front-matter": Code(
        "error",
        "A hand-written page does not begin with its title and other fields between two lines of `---`.",
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
    "odd-character": Code("error", "A text holds a control character, which no page can show."),
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
    "repeated-id": Code(
        "error",
        "Two records have the same id. Entities, topics and questions share one namespace; claims and works another.",
    ),
    "repeated-item": Code("error", "The same thing stands twice in a list."),
    "repeated-key": Code("error", "A field stands twice in one record; YAML would silently forget one."),
    "reserved-key": Code("error", "A source is called `index` or `schema`, which are folders of our own."),
    "same-address": Code("error", "Two things would produce the page at one address."),
    "short-quote": Code("warning", "A quote has fewer than four words, or begins or ends inside a word."),
    "speaker-in-about": Code(
        "warning",
        "A claim repeats its speaker in “about”; a speaker's page lists the claim anyway.",
    ),
    "suffix-not-found": Code("error", "The words of `suffix` do not stand just after the quote."),
    "text-changed": Code(
        "error", "A supplied text is not the one that source.yml pins by its sha256. Texts are never edited."
    ),
    "text-not-utf8": Code("error", "A supplied text is not UTF-8, so that nothing in it can be quoted."),
    "uncited-sentence": Code("warning", "A sentence of a description or an introduction cites no claim."),
    "unknown-choice": Code("error", "An answer is none of the choices of its question."),
    "unknown-citation": Code("error", "A citation [@id] names neither a claim nor a work."),
    "unknown-claim": Code("error", "A record names a claim that does not exist."),
    "unknown-country": Code("error", "A country code is none of ISO 3166-1, such as ES or MA."),
    "unknown-entity": Code("error", "A record names an entity that does not exist."),
    "unknown-entry-type": Code("error", "A BibTeX entry is of no kind that biblatex knows."),
    "unknown-field": Code(
        "error", "A record has a field that no record of its kind has; often a misspelling."
    ),
    "unknown-file": Code("error", "A YAML file stands where nothing reads it; often a misspelling."),
    "unknown-link": Code("error", "A link [[id]] names no entity, topic, question or source."),
    "unknown-question": Code("error", "A claim answers a question that does not exist."),
    "unknown-topic": Code("error", "A record names a topic that does not exist."),
    "unknown-work": Code("error", "A record names a work that is not in citations.bib."),
    "unreadable-file": Code("error", "A file is there and cannot be opened."),
    "verdict-missing": Code("error", "The answers to a question differ, and no verdict says in which way."),
    "verdict-needless": Code("warning", "A question has a verdict although its answers do not differ."),
    "waiver-needless": Code(
        "warning",
        "A waiver stands for a sentence that needs none: a claim quotes from it, or nothing in it looks checkable.",
    ),
    "waiver-not-found": Code("error", "The words of a waiver stand in no sentence of the text."),
    "wrong-citation": Code("error", "The `citation` of a source is not the name of its folder."),
    "wrong-kind": Code("error", "A field that takes one of a few words has another one."),
    "wrong-shape": Code("error", "A list stands where text should, or the like."),
    "yaml-anchor": Code(
        "error", "A file uses YAML's anchors or aliases (`&name`, `*name`); records write each value out."
    ),
    "yaml-documents": Code("error", "A file holds a second YAML document."),
    "yaml-syntax": Code("error", "A file, or one record in it, is not YAML."),
    "yaml-tag": Code("error", "A value has a YAML tag (`!name`); every value is read as text."),
}
