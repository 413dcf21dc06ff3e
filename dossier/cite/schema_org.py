"""One CSL-JSON item as a node of schema.org, with the type that fits its kind of work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Node = dict[str, Any]
"""A node of JSON-LD."""

_TYPES = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "bill": "Legislation",
    "book": "Book",
    "broadcast": "CreativeWork",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "entry-dictionary": "Article",
    "entry-encyclopedia": "Article",
    "legislation": "Legislation",
    "manuscript": "Manuscript",
    "map": "Map",
    "motion_picture": "Movie",
    "paper-conference": "ScholarlyArticle",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "review": "Review",
    "software": "SoftwareSourceCode",
    "song": "MusicRecording",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
"""Types of CSL; all others are works and no more."""
_CONTAINERS = {
    "ScholarlyArticle": "Periodical",
    "NewsArticle": "Newspaper",
    "Article": "Periodical",
    "Chapter": "Book",
}


def type_of(item: Mapping[str, Any]) -> str:
    """What a work is to schema.org."""
    return _TYPES.get(item.get("type", ""), "CreativeWork")


def to_node(item: Mapping[str, Any]) -> Node:
    """The work without an id. A date is given where it is one year, month or day."""
    type_ = type_of(item)
    node: Node = {
        "@type": type_,
        "name": item.get("title"),
        "author": [creator(name) for name in item.get("author", ())],
        "datePublished": _date(item.get("issued", {})),
        "inLanguage": item.get("language"),
        "publisher": _named("Organization", item.get("publisher")),
        "isPartOf": _named(_CONTAINERS.get(type_, "CreativeWork"), item.get("container-title")),
        "url": item.get("URL"),
        "sameAs": f"https://doi.org/{item['DOI']}" if "DOI" in item else None,
    }
    return lean(node)


def creator(name: Mapping[str, str]) -> Node:
    """Who wrote something: a person, or a body where no parts of the name are known."""
    if "literal" in name:
        return {"@type": "Organization", "name": name["literal"]}
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    return {"@type": "Person", "name": " ".join(filter(None, (name.get("given"), family)))}


def lean(node: Node) -> Node:
    """The node without what it does not have."""
    return {name: value for name, value in node.items() if value or value == 0}


def _named(type_: str, name: str | None) -> Node | None:
    return {"@type": type_, "name": name} if name else None


def _date(date: Mapping[str, Any]) -> str | None:
    parts = date.get("date-parts", ())
    if len(parts) != 1 or date.get("circa"):
        return None
    year, *rest = map(int, parts[0])
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)]) if year > 0 else None
