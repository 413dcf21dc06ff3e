"""The words of BibTeX files: kinds of entry, fields, languages. How they are read is left to `bib`."""

from __future__ import annotations

TYPES = frozenset(
    """article artwork audio bibnote book bookinbook booklet collection commentary conference dataset electronic image
    inbook incollection inproceedings inreference jurisdiction legal legislation letter manual mastersthesis misc movie
    music mvbook mvcollection mvproceedings mvreference online patent performance periodical phdthesis proceedings
    reference report review software standard suppbook suppcollection suppperiodical techreport thesis unpublished
    video www""".split()  # noqa: SIM905 - sixty words in lines, not in sixty lines
)
"""What pandoc and biblatex know."""

NAMES = frozenset({"editor", "translator"})
"""Fields of names besides `author`."""

VERBATIM = frozenset({"doi", "eprint", "file", "url", "urn"})
"""Fields whose characters mean themselves."""

FIELDS = (
    NAMES
    | VERBATIM
    | frozenset(
        """abstract addendum address annotation annote author booksubtitle booktitle booktitleaddon
        chapter crossref date edition editortype eid entrysubtype eprintclass eprinttype eventdate
        eventtitle eventtitleaddon howpublished institution isbn issn issue issuetitle journal
        journalsubtitle journaltitle keywords label langid language location mainsubtitle maintitle
        month note number organization origdate origlanguage pages pagetotal part publisher pubstate
        school series shortjournal shorttitle subtitle title titleaddon type
        urldate venue version volume volumes year""".split()  # noqa: SIM905
    )
)
"""What a field may be called."""

LANGUAGES = {
    "american": "en-US",
    "arabic": "ar",
    "british": "en-GB",
    "catalan": "ca",
    "chinese": "zh",
    "dutch": "nl",
    "english": "en",
    "french": "fr",
    "german": "de",
    "greek": "el",
    "hebrew": "he",
    "italian": "it",
    "japanese": "ja",
    "ngerman": "de",
    "persian": "fa",
    "polish": "pl",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "swedish": "sv",
    "turkish": "tr",
    "ukrainian": "uk",
    "urdu": "ur",
}
"""IdRegistry of languages in `langid`, and their BCP 47 tags; a tag may be written too."""
