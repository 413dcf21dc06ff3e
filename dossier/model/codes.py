"""Every problem code: how it counts and what it means, for `--strict`, the error pages and the tests.

A code is a word an author can search for. Each has a case in `tests/cases/` that triggers it and a clean twin.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Severity(StrEnum):
    """How a problem counts: an `error` stops the build, a `warning` does so with `--strict`, a `note` never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def _error(text: str, explanation: str) -> tuple[str, Severity, str]:
    return text, Severity.ERROR, explanation


def _warning(text: str, explanation: str) -> tuple[str, Severity, str]:
    return text, Severity.WARNING, explanation


def _note(text: str, explanation: str) -> tuple[str, Severity, str]:
    return text, Severity.NOTE, explanation


class Code(StrEnum):
    """A code, the `severity` of all problems with it, and what it means, in one or two sentences for authors.

    Its text, as reports show it in brackets, is its member's name in small letters with hyphens.
    """

    severity: Severity
    explanation: str

    def __new__(cls, text: str, severity: Severity, explanation: str) -> Self:
        """A code is its `text`; what belongs to it is given with it, so that none can lack it."""
        member = str.__new__(cls, text)
        member._value_ = text
        member.severity = severity
        member.explanation = explanation
        return member

    # keep sorted by code
    ALLOW_UNUSED = _warning(
        "allow-unused", "An `allow` names no check, or a check that has nothing more to report here."
    )
    BAD_ANSWER = _error(
        "bad-answer",
        "An answer has no value, or a value that its question cannot compare (a date, digits, one word, a list).",
    )
    BAD_DATE = _error(
        "bad-date", "A date is not EDTF level 0 or 1, such as 2013-03-23, 2014-07, 1985~, 199X, ../2015."
    )
    BAD_ID = _error(
        "bad-id",
        "An id has characters other than a-z, 0-9 and single hyphens, or a claim's id does not begin with its source.",
    )
    BAD_LATEX = _error("bad-latex", "The LaTeX of a BibTeX value is incomplete, or has no place there.")
    BAD_NAMES = _error(
        "bad-names", "The names of a BibTeX entry cannot be read as names: a comma is out of place."
    )
    BAD_NUMBER = _error(
        "bad-number", "A number is not in plain digits, or is outside the range of its field."
    )
    BAD_VALUE = _error(
        "bad-value", "A value is not in the form that its field needs, such as a language tag."
    )
    BROKEN_BIBTEX = _error(
        "broken-bibtex", "A BibTeX entry cannot be read, or there is text outside every entry."
    )
    BROKEN_LINK = _error(
        "broken-link", "A link of a hand-written page leads to a page or asset that does not exist."
    )
    CHOICES_MISSING = _error("choices-missing", "A question of type choice does not list its choices.")
    CONTEXT_NOT_FOUND = _error("context-not-found", "A passage of `context` was not found in the source.")
    CONTRADICTING_DATES = _error("contradicting-dates", "`date` and `year` of a BibTeX entry disagree.")
    CUT_BY_COMMENT = _warning(
        "cut-by-comment", "Text without quotation marks contains ` #`: YAML drops what follows."
    )
    DATE_NOT_IN_QUOTE = _warning(
        "date-not-in-quote", "A date that the claim states is neither in its quote nor in its context."
    )
    DEAD_LINK = _error(
        "dead-link", "A link of a built page leads to a page, or to a place in a page, that does not exist."
    )
    EMPTY_VALUE = _error(
        "empty-value", "A field, list or file is empty. Leave out a field that has nothing to say."
    )
    EXPORT_NOT_READ = _warning("export-not-read", "A value of an export in works/ could not be read.")
    FILE_NOT_UTF8 = _error("file-not-utf8", "A file is not saved as UTF-8.")
    HEDGE_OUTSIDE = _warning(
        "hedge-outside", "The quote leaves out a word such as “may” or “alleged” of its own sentence."
    )
    HINT_NOT_FOUND = _error(
        "hint-not-found", "A reading hint names lines or words that are missing, or taken already."
    )
    HINT_UNUSED = _warning("hint-unused", "A reading hint changes nothing in the text.")
    LANGUAGE_NOT_KNOWN = _warning(
        "language-not-known", "The language of a source lacks word lists: checks that need them are off."
    )
    LINK_NOT_MD = _error("link-not-md", "A link inside the site is not a relative path to an .md file.")
    LOST_LETTERS = _warning(
        "lost-letters",
        "A text has characters that stand for no letter (NUL, controls, U+FFFD): its extraction lost what was there.",
    )
    MISPLACED_FIELD = _error(
        "misplaced-field", "A record has a field of another kind, such as coordinates in a person."
    )
    MISSING_FIELD = _error("missing-field", "A record lacks a field that it needs.")
    MISSING_FILE = _error(
        "missing-file", "A required file is missing: source.yml or text.txt of a source, or citations.bib."
    )
    MISSING_FRONT_MATTER = _error(
        "missing-front-matter",
        "A hand-written page does not begin with its title and other fields between two lines of `---`.",
    )
    NEGATION_OUTSIDE = _warning(
        "negation-outside", "The quote leaves out a word such as “not” or “never” of its own sentence."
    )
    NOT_A_TEXT = _error(
        "not-a-text",
        "A text.txt is another kind of file, such as a PDF, a Word file or a web page, or is larger than 20 MB.",
    )
    NOTE_MISSING = _error(
        "note-missing", "The answers to a question differ, and no note says why and what can be concluded."
    )
    NUMBER_NOT_IN_QUOTE = _warning(
        "number-not-in-quote", "A number that the claim states is neither in its quote nor in its context."
    )
    ODD_CHARACTER = _error("odd-character", "A text contains a control character, which no page can show.")
    PREFIX_NOT_FOUND = _error(
        "prefix-not-found", "The words of `prefix` were not found just before the quote."
    )
    QUESTION_UNANSWERED = _warning("question-unanswered", "No claim answers the question.")
    QUOTE_CROSSES_BLOCKS = _error(
        "quote-crosses-blocks",
        "A quote must stay in one paragraph, in one note, or in an item and the sentence that introduces its list.",
    )
    QUOTE_FOUND_TWICE = _error(
        "quote-found-twice",
        "A quote or a passage of `context` appears more than once in its source, and nothing says which one is meant.",
    )
    QUOTE_NOT_FOUND = _error("quote-not-found", "A quote was not found in its source, word for word.")
    REPEATED_BIBTEX_KEY = _error("repeated-bibtex-key", "Two BibTeX entries have the same key.")
    REPEATED_ID = _error(
        "repeated-id",
        "Two records have the same id. Entities, topics and questions share one namespace; claims and works another.",
    )
    REPEATED_ITEM = _error("repeated-item", "The same item appears twice in a list.")
    REPEATED_KEY = _error(
        "repeated-key", "A field appears twice in one record; YAML would silently drop one of them."
    )
    REPEATED_WORD = _error(
        "repeated-word",
        "The vocabulary declares a word twice, or two kinds with one plural, which is an address.",
    )
    RESERVED_KEY = _error(
        "reserved-key", "A source is called `index`, `schema` or `vocabulary`; these names have another use."
    )
    RESERVED_WORD = _error(
        "reserved-word",
        "The vocabulary declares a word that every site has for something else: a page, a field, a sort of record.",
    )
    SAME_ADDRESS = _error("same-address", "Two records would become the same page.")
    SCHEMA_LINE = _warning(
        "schema-line", "The first line of a file of records does not name its schema for editors."
    )
    SCHEMA_STALE = _note(
        "schema-stale",
        "The schemas in sources/schema/ are not those of this version of Dossier, or not of this vocabulary; "
        "`schema` writes them.",
    )
    SENTENCE_OPEN = _warning(
        "sentence-open", "A sentence of a source with `coverage: complete` has no claim and no waiver."
    )
    SHORT_QUOTE = _warning(
        "short-quote", "A quote has fewer than four words, or begins or ends inside a word."
    )
    SPEAKER_IN_ABOUT = _warning(
        "speaker-in-about", "A claim repeats its speaker in `about`; a speaker's page lists the claim anyway."
    )
    SUFFIX_NOT_FOUND = _error(
        "suffix-not-found", "The words of `suffix` were not found just after the quote."
    )
    TEXT_CHANGED = _error(
        "text-changed", "A supplied text is not the one that source.yml pins. Texts are never edited."
    )
    TEXT_NOT_UTF8 = _error("text-not-utf8", "A supplied text is not UTF-8, so nothing in it can be quoted.")
    UNCITED_SENTENCE = _warning(
        "uncited-sentence", "A sentence of a description or an introduction cites no claim."
    )
    UNKNOWN_BIBTEX_FIELD = _warning(
        "unknown-bibtex-field", "A field that biblatex does not know; it is kept."
    )
    UNKNOWN_CHOICE = _error("unknown-choice", "An answer is not one of the choices of its question.")
    UNKNOWN_CITATION = _error("unknown-citation", "A citation [@id] names neither a claim nor a work.")
    UNKNOWN_CLAIM = _error("unknown-claim", "A record names a claim that does not exist.")
    UNKNOWN_COUNTRY = _error("unknown-country", "A country code is not one of ISO 3166-1, such as ES or MA.")
    UNKNOWN_ENTITY = _error("unknown-entity", "A record names an entity that does not exist.")
    UNKNOWN_ENTRY_TYPE = _error(
        "unknown-entry-type", "A BibTeX entry has a type that biblatex does not have."
    )
    UNKNOWN_FIELD = _error(
        "unknown-field", "A record has a field that its kind does not have; often a misspelling."
    )
    UNKNOWN_FILE = _error("unknown-file", "No command reads this YAML file; often its name is misspelled.")
    UNKNOWN_LINK = _error("unknown-link", "A link [[id]] names no entity, topic, question or source.")
    UNKNOWN_MACRO = _warning(
        "unknown-macro", "A BibTeX value has a LaTeX macro that is not known here, so what it prints is lost."
    )
    UNKNOWN_QUESTION = _error("unknown-question", "A claim answers a question that does not exist.")
    UNKNOWN_TOPIC = _error("unknown-topic", "A record names a topic that does not exist.")
    UNKNOWN_WORD = _error("unknown-word", "The vocabulary uses a word that it does not declare.")
    UNKNOWN_WORK = _error("unknown-work", "A record names a work that is not in citations.bib.")
    UNREADABLE_FILE = _error("unreadable-file", "A file exists but cannot be opened.")
    VERDICT_MISSING = _error("verdict-missing", "The answers to a question differ, and no verdict says why.")
    VERDICT_NEEDLESS = _warning(
        "verdict-needless", "A question has a verdict although its answers do not differ."
    )
    WAIVER_NEEDLESS = _warning(
        "waiver-needless",
        "A waiver names a sentence that needs none: a claim quotes from it, or nothing in it looks checkable.",
    )
    WAIVER_NOT_FOUND = _error(
        "waiver-not-found", "The words of a waiver were not found in any sentence of the text."
    )
    WRONG_CITATION = _error("wrong-citation", "The `citation` of a source is not the name of its folder.")
    WRONG_KIND = _error(
        "wrong-kind", "A field that takes one word of a fixed list has a word that is not in the list."
    )
    WRONG_SHAPE = _error(
        "wrong-shape", "A value has the wrong structure: a list instead of text, for example."
    )
    YAML_ANCHOR = _error("yaml-anchor", "A file uses YAML anchors or aliases (`&name`, `*name`).")
    YAML_DOCUMENTS = _error("yaml-documents", "A file holds a second YAML document.")
    YAML_SYNTAX = _error("yaml-syntax", "A file, or one record in it, is not YAML.")
    YAML_TAG = _error("yaml-tag", "A value has a YAML tag (`!name`); every value is read as text.")
