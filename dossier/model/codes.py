"""Every problem code: how it counts and what it means, for `--strict`, the error pages and the tests.

A code is a word an author can search for. Each has a case in `tests/cases/` that triggers it and a clean twin.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from dossier.model.severity import Severity, error, note, warning


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
    ALLOW_UNUSED = warning(
        "allow-unused", "An `allow` names no check, or a check that has nothing more to report here."
    )
    ANSWER_NOT_IN_NOTE = warning(
        "answer-not-in-note", "The note of a question does not cite each claim that answers the question."
    )
    BAD_ANSWER = error(
        "bad-answer",
        "An answer has no value, or a value that its question cannot compare (a date, digits, one word, a list).",
    )
    BAD_DATE = error(
        "bad-date", "A date is not EDTF level 0 or 1, such as 2013-03-23, 2014-07, 1985~, 199X, ../2015."
    )
    BAD_ID = error(
        "bad-id",
        "An id has characters other than a-z, 0-9 and single hyphens, or a claim's id does not begin with its source.",
    )
    BAD_LATEX = error("bad-latex", "The LaTeX of a BibTeX value is incomplete, or has no place there.")
    BAD_NAMES = error(
        "bad-names", "The names of a BibTeX entry cannot be read as names: a comma is out of place."
    )
    BAD_NUMBER = error("bad-number", "A number is not in plain digits, or is outside the range of its field.")
    BAD_VALUE = error("bad-value", "A value is not in the form that its field needs, such as a language tag.")
    BROKEN_BIBTEX = error(
        "broken-bibtex", "A BibTeX entry cannot be read, or there is text outside every entry."
    )
    BROKEN_CITATION = error(
        "broken-citation",
        "What looks like a citation [@id] or a link [[id]] is none: a bracket or a sign is lost, or it is in a link.",
    )
    BROKEN_LINK = error(
        "broken-link",
        "A link of hand-written Markdown leads to a page, a place in a page or a file that does not exist.",
    )
    BROKEN_MARKDOWN = error("broken-markdown", "Hand-written Markdown can't be rendered.")
    CHOICES_MISSING = error("choices-missing", "A question of type choice does not list its choices.")
    CITES_WITHDRAWN = warning("cites-withdrawn", "Hand-written Markdown cites a claim that is withdrawn.")
    CONTEXT_NOT_FOUND = error("context-not-found", "A passage of `context` was not found in the source.")
    CONTRADICTING_DATES = error("contradicting-dates", "`date` and `year` of a BibTeX entry disagree.")
    CUT_BY_COMMENT = warning(
        "cut-by-comment", "Text without quotation marks contains ` #`: YAML drops what follows."
    )
    DATE_NOT_IN_QUOTE = warning(
        "date-not-in-quote", "A date that the claim states is neither in its quote nor in its context."
    )
    DEAD_LINK = error(
        "dead-link", "A link of a built page leads to a page, or to a place in a page, that does not exist."
    )
    EMPTY_VALUE = error(
        "empty-value", "A field, list or file is empty. Leave out a field that has nothing to say."
    )
    EVENT_WITHOUT_DATE = warning(
        "event-without-date",
        "An event is named by a date, and no claim that is first about it has one: no timeline shows it.",
    )
    EXPORT_NOT_READ = warning("export-not-read", "A value of an export in works/ could not be read.")
    FILE_NOT_UTF8 = error("file-not-utf8", "A file is not saved as UTF-8.")
    FOLDER_NOT_BUILT = error(
        "folder-not-built",
        "The file mkdocs.yml takes pages or look from another folder than the build writes them to.",
    )
    HEDGE_OUTSIDE = warning(
        "hedge-outside", "The quote leaves out a word such as “may” or “alleged” of its own sentence."
    )
    HINT_NOT_FOUND = error(
        "hint-not-found", "A reading hint names lines or words that are missing, or taken already."
    )
    HINT_UNUSED = warning("hint-unused", "A reading hint changes nothing in the text.")
    LABEL_MISSING = warning(
        "label-missing",
        "A claim of the timeline has a statement of more than 40 characters and no `label` to call it by.",
    )
    LANGUAGE_NOT_KNOWN = warning(
        "language-not-known", "The language of a source lacks word lists: checks that need them are off."
    )
    LINK_NOT_MD = error(
        "link-not-md", "A link inside the site is no relative path to an .md file, or to a file below docs/."
    )
    LOST_LETTERS = warning(
        "lost-letters",
        "A text has characters that stand for no letter (NUL, controls, U+FFFD): its extraction lost what was there.",
    )
    MERGED_WITHOUT_REMARK = warning(
        "merged-without-remark",
        "Two sources have no name in common for what is one entity here, and no remark says why it is one.",
    )
    MISPLACED_FIELD = error(
        "misplaced-field", "A record has a field of another kind, such as coordinates in a person."
    )
    MISSING_FIELD = error("missing-field", "A record lacks a field that it needs.")
    MISSING_FILE = error(
        "missing-file", "A required file is missing: source.yml or text.txt of a source, or citations.bib."
    )
    MISSING_FRONT_MATTER = error(
        "missing-front-matter",
        "A hand-written page does not begin with its title and other fields between two lines of `---`.",
    )
    NAME_NOT_IN_QUOTE = warning(
        "name-not-in-quote",
        "A statement names somebody or something that neither its quote nor its context names.",
    )
    NAV_MISSING = warning(
        "nav-missing", "The file mkdocs.yml has no `nav`: every page would list all others."
    )
    NAV_NO_PAGE = error("nav-no-page", "The navigation in mkdocs.yml leads to a page that nothing makes.")
    NEGATION_OUTSIDE = warning(
        "negation-outside", "The quote leaves out a word such as “not” or “never” of its own sentence."
    )
    NO_CLAIMS = warning("no-claims", "A source has no claims.yml; one without claims has `[]` in it.")
    NOT_A_TEXT = error(
        "not-a-text",
        "A text.txt is another kind of file, such as a PDF, a Word file or a web page, or is larger than 20 MB.",
    )
    NOT_PUBLISHED = warning("not-published", "No page names a file below docs/, so it will not be published.")
    NOT_UNDERSTOOD_ALONE = warning(
        "not-understood-alone",
        "A statement speaks of “the article” without saying which, or names nothing that its claim is about.",
    )
    NOTE_MISSING = error(
        "note-missing", "The answers to a question differ, and no note says why and what can be concluded."
    )
    NUMBER_NOT_IN_QUOTE = warning(
        "number-not-in-quote", "A number that the claim states is neither in its quote nor in its context."
    )
    ODD_CHARACTER = error("odd-character", "A text contains a control character, which no page can show.")
    ORIGINAL_CHANGED = error(
        "original-changed", "The document beside a text is not the one that source.yml pins."
    )
    ORIGINAL_MISSING = error("original-missing", "A source.yml names a document that is not beside its text.")
    OUTSIDE_PROJECT = error(
        "outside-project", "A file is a link that leads out of the project; it is neither read nor published."
    )
    PAGES_DO_NOT_FIT = error(
        "pages-do-not-fit", "The page numbers in source.yml are not those of as many pages as the text has."
    )
    PREFIX_NOT_FOUND = error(
        "prefix-not-found", "The words of `prefix` were not found just before the quote."
    )
    QUESTION_UNANSWERED = warning("question-unanswered", "No claim answers the question.")
    QUOTE_CROSSES_BLOCKS = error(
        "quote-crosses-blocks",
        "A quote must stay in one paragraph, in one note, or in an item and the sentence that introduces its list.",
    )
    QUOTE_FOUND_TWICE = error(
        "quote-found-twice",
        "A quote or a passage of `context` appears more than once in its source, and nothing says which one is meant.",
    )
    QUOTE_NOT_FOUND = error("quote-not-found", "A quote was not found in its source, word for word.")
    REPEATED_BIBTEX_KEY = error("repeated-bibtex-key", "Two BibTeX entries have the same key.")
    REPEATED_ID = error(
        "repeated-id",
        "Two records have the same id. Entities, topics and questions share one namespace; claims and works another.",
    )
    REPEATED_ITEM = error("repeated-item", "The same item appears twice in a list.")
    REPEATED_KEY = error(
        "repeated-key", "A field appears twice in one record; YAML would silently drop one of them."
    )
    REPEATED_WORD = error(
        "repeated-word",
        "The vocabulary declares a word twice, or two kinds with one plural, which is an address.",
    )
    RESERVED_KEY = error(
        "reserved-key",
        "A source is called `index`, `schema` or `vocabulary`, or a record `by` or `more`: they have another use.",
    )
    RESERVED_WORD = error(
        "reserved-word",
        "The vocabulary declares a word that every site has for something else: a page, a field, a sort of record.",
    )
    SAME_ADDRESS = error("same-address", "Two records would become the same page.")
    SCHEMA_LINE = warning(
        "schema-line", "The first line of a file of records does not name its schema for editors."
    )
    SCHEMA_STALE = note(
        "schema-stale",
        "The schemas in sources/schema/ are not those of this version of Dossier, or not of this vocabulary; "
        "`schema` writes them.",
    )
    SENTENCE_OPEN = warning(
        "sentence-open", "A sentence of a source with `coverage: complete` has no claim and no waiver."
    )
    SHORT_QUOTE = warning(
        "short-quote", "A quote has fewer than four words, or begins or ends inside a word."
    )
    SOURCE_WORDS_COPIED = warning(
        "source-words-copied",
        "A statement has eight running words of its source; it should be in the editors’ words.",
    )
    SPEAKER_IN_ABOUT = warning(
        "speaker-in-about", "A claim repeats its speaker in `about`; a speaker's page lists the claim anyway."
    )
    SUFFIX_NOT_FOUND = error("suffix-not-found", "The words of `suffix` were not found just after the quote.")
    TEXT_CHANGED = error(
        "text-changed", "A supplied text is not the one that source.yml pins. Texts are never edited."
    )
    TEXT_NOT_UTF8 = error("text-not-utf8", "A supplied text is not UTF-8, so nothing in it can be quoted.")
    TIME_WORD_NOT_IN_QUOTE = warning(
        "time-word-not-in-quote",
        "A statement has a word such as before, after or since before a date, and the quote has another or none.",
    )
    UNCITED_SENTENCE = warning(
        "uncited-sentence", "A sentence of a description or an introduction cites no claim."
    )
    UNKNOWN_BIBTEX_FIELD = warning("unknown-bibtex-field", "A field that biblatex does not know; it is kept.")
    UNKNOWN_CHOICE = error("unknown-choice", "An answer is not one of the choices of its question.")
    UNKNOWN_CITATION = error("unknown-citation", "A citation [@id] names neither a claim nor a work.")
    UNKNOWN_CLAIM = error("unknown-claim", "A record names a claim that does not exist.")
    UNKNOWN_COUNT = error(
        "unknown-count", "A count {{name}} in hand-written Markdown names nothing that is counted."
    )
    UNKNOWN_COUNTRY = error("unknown-country", "A country code is not one of ISO 3166-1, such as ES or MA.")
    UNKNOWN_ENTITY = error("unknown-entity", "A record names an entity that does not exist.")
    UNKNOWN_ENTRY_TYPE = error("unknown-entry-type", "A BibTeX entry has a type that biblatex does not have.")
    UNKNOWN_FIELD = error(
        "unknown-field", "A record has a field that its kind does not have; often a misspelling."
    )
    UNKNOWN_FILE = error("unknown-file", "No command reads this YAML file; often its name is misspelled.")
    UNKNOWN_LINK = error("unknown-link", "A link [[id]] names no entity, topic, question or source.")
    UNKNOWN_MACRO = warning(
        "unknown-macro", "A BibTeX value has a LaTeX macro that is not known here, so what it prints is lost."
    )
    UNKNOWN_QUESTION = error("unknown-question", "A claim answers a question that does not exist.")
    UNKNOWN_STYLE = error(
        "unknown-style",
        "The style of citations that mkdocs.yml names does not come along, or its file is no usable CSL style.",
    )
    UNKNOWN_TOPIC = error("unknown-topic", "A record names a topic that does not exist.")
    UNKNOWN_WORD = error("unknown-word", "The vocabulary uses a word that it does not declare.")
    UNKNOWN_WORK = error("unknown-work", "A record names a work that is not in citations.bib.")
    UNREADABLE_FILE = error("unreadable-file", "A file exists but cannot be opened.")
    UNSAFE_HTML = error(
        "unsafe-html", "Hand-written Markdown could run a script, or load something from another site."
    )
    VERDICT_MISSING = error("verdict-missing", "The answers to a question differ, and no verdict says why.")
    VERDICT_NEEDLESS = warning(
        "verdict-needless", "A question has a verdict although its answers do not differ."
    )
    WAIVER_NEEDLESS = warning(
        "waiver-needless",
        "A waiver names a sentence that needs none: a claim quotes from it, or nothing in it looks checkable.",
    )
    WAIVER_NOT_FOUND = error(
        "waiver-not-found", "The words of a waiver were not found in any sentence of the text."
    )
    WRONG_CITATION = error("wrong-citation", "The `citation` of a source is not the name of its folder.")
    WRONG_KIND = error(
        "wrong-kind", "A field that takes one word of a fixed list has a word that is not in the list."
    )
    WRONG_SHAPE = error(
        "wrong-shape", "A value has the wrong structure: a list instead of text, for example."
    )
    YAML_ANCHOR = error("yaml-anchor", "A file uses YAML anchors or aliases (`&name`, `*name`).")
    YAML_DOCUMENTS = error("yaml-documents", "A file holds a second YAML document.")
    YAML_SYNTAX = error("yaml-syntax", "A file, or one record in it, is not YAML.")
    YAML_TAG = error("yaml-tag", "A value has a YAML tag (`!name`); every value is read as text.")
