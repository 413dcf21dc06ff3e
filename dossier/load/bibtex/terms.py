"""The words of BibTeX files: kinds of entry, fields, what fields hold. How they are read is left to `entry`."""

from __future__ import annotations

TYPES = frozenset(
    """article artwork audio bibnote book bookinbook booklet collection commentary conference dataset electronic image
    inbook incollection inproceedings inreference jurisdiction legal legislation letter manual mastersthesis misc movie
    music mvbook mvcollection mvproceedings mvreference online patent performance periodical phdthesis proceedings
    reference report review software standard suppbook suppcollection suppperiodical techreport thesis unpublished
    video www xdata""".split()  # noqa: SIM905 - sixty words in lines, not in sixty lines
)
"""What pandoc and biblatex know."""

ALIASES = {
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "hyphenation": "langid",
    "journal": "journaltitle",
    "key": "sortkey",
    "lang": "language",
    "pdf": "file",
    "primaryclass": "eprintclass",
    "school": "institution",
}
"""Other names of fields, as biblatex reads them."""

NAMES = frozenset(
    """afterword annotator author bookauthor commentator director editor editora editorb editorc foreword holder
    introduction shortauthor shorteditor translator""".split()  # noqa: SIM905
)
"""Fields of names."""

ADDRESSES = frozenset({"doi", "eprint", "url", "urn"})
"""Fields whose characters mean themselves."""

DATES = frozenset({"date", "day", "month", "year"})
"""Fields that say when the work appeared."""

LISTS = frozenset(
    {"institution", "language", "location", "organization", "origlocation", "origpublisher", "publisher"}
)
"""Fields whose values are separated by `and`, as names are."""
REFERENCES = frozenset({"crossref", "xdata"})
"""Fields that name entries to inherit from."""

PRIVATE = frozenset(
    {"abstract", "bdsk-file-1", "bdsk-file-2", "bdsk-file-3", "file", "local-url", "localfile"}
)
"""Fields that are never published: what the author holds, and words that are not the author's to print."""

FIELDS = (
    frozenset(ALIASES)
    | NAMES
    | ADDRESSES
    | DATES
    | REFERENCES
    | PRIVATE
    | frozenset(
        """addendum annotation authortype bookpagination booksubtitle booktitle booktitleaddon chapter edition
        editoratype editorbtype editorctype editortype eid entryset entrysubtype eprintclass eprinttype eventdate
        eventtitle eventtitleaddon execute gender howpublished ids indexsorttitle indextitle institution isan isbn ismn
        isrn issn issue issuesubtitle issuetitle issuetitleaddon iswc journalsubtitle journaltitle journaltitleaddon
        keywords label langid langidopts language library location mainsubtitle maintitle maintitleaddon nameaddon note
        number options organization origdate origlanguage origlocation origpublisher origtitle pages pagetotal
        pagination part pmcid pmid presort publisher pubstate related relatedoptions relatedstring relatedtype
        reprinttitle series shorthand shorthandintro shortjournal shortseries shorttitle sortkey sortname sortshorthand
        sorttitle sortyear subtitle title titleaddon type urldate venue version volume volumes xref""".split()  # noqa: SIM905
    )
)
"""What a field may be called."""
