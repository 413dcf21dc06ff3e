"""What CSL calls types and variables, and what biblatex calls them."""

from __future__ import annotations

TYPES = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "bill": "legislation",
    "book": "book",
    "broadcast": "video",
    "chapter": "incollection",
    "classic": "book",
    "collection": "misc",
    "dataset": "dataset",
    "document": "misc",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "figure": "image",
    "graphic": "image",
    "hearing": "legal",
    "interview": "misc",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "map": "misc",
    "motion_picture": "movie",
    "musical_score": "music",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "personal_communication": "letter",
    "post": "online",
    "post-weblog": "online",
    "regulation": "legislation",
    "report": "report",
    "review": "review",
    "review-book": "review",
    "software": "software",
    "song": "audio",
    "speech": "unpublished",
    "standard": "standard",
    "thesis": "thesis",
    "treaty": "legal",
    "webpage": "online",
}

TEXTS = {
    "annote": "annotation",
    "archive": "library",
    "authority": "institution",
    "chapter-number": "chapter",
    "collection-number": "number",
    "collection-title": "series",
    "container-title": "journaltitle",
    "container-title-short": "shortjournal",
    "edition": "edition",
    "event": "eventtitle",
    "event-place": "venue",
    "event-title": "eventtitle",
    "genre": "type",
    "ISBN": "isbn",
    "ISSN": "issn",
    "issue": "number",
    "journalAbbreviation": "shortjournal",
    "keyword": "keywords",
    "language": "langid",
    "medium": "howpublished",
    "note": "note",
    "number": "number",
    "number-of-pages": "pagetotal",
    "number-of-volumes": "volumes",
    "original-publisher": "origpublisher",
    "original-publisher-place": "origlocation",
    "original-title": "origtitle",
    "page": "pages",
    "part-number": "part",
    "PMCID": "pmcid",
    "PMID": "pmid",
    "publisher": "publisher",
    "publisher-place": "location",
    "shortTitle": "shorttitle",
    "status": "pubstate",
    "title": "title",
    "title-short": "shorttitle",
    "version": "version",
    "volume": "volume",
}
"""Variables of plain text; two that share a field do not come together, or the second is told to be lost."""

ADDRESSES = {"DOI": "doi", "URL": "url"}

DATES = {"accessed": "urldate", "event-date": "eventdate", "issued": "date", "original-date": "origdate"}

NAMES = {
    "author": "author",
    "collection-editor": "editora",
    "container-author": "bookauthor",
    "director": "director",
    "editor": "editor",
    "translator": "translator",
}

BOOKS = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"})
"""Types whose container is a book."""

HOUSES = frozenset({"report", "thesis"})
"""Types that an institution publishes."""

ITSELF = frozenset({"id", "type", "citation-key", "citekey", "page-first"})
"""What an entry says by its key and type, or says elsewhere."""
