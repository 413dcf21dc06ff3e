"""What pages say of a work beside its entry: where it appeared, and when. The entry itself is left to `cite`."""

from __future__ import annotations

from dossier.model.ids import WorkKey
from dossier.render.view import View

_PUBLISHERS = ("journaltitle", "journal", "publisher", "institution", "organization")


def published(page: View, key: str) -> str:
    """Who speaks and from where, in one line: authors, journal or publisher, when; what is not stated is absent."""
    work = page.dossier.corpus.works.get(WorkKey(key))
    fields = work.fields if work else {}
    publisher = next((fields[name] for name in _PUBLISHERS if fields.get(name)), "")
    parts = (page.authors(key), publisher, when(page, key))
    return ", ".join(dict.fromkeys(part for part in parts if part))


def when(page: View, key: str) -> str:
    """When a work was published, said so that it cannot be taken for the date of what it tells; empty if not stated."""
    issued = page.issued(key)
    return f"published {issued}" if issued else ""


def dated_beside(page: View, key: str) -> bool:
    """Whether the date of a work says more than its label does."""
    return page.issued(key) not in page.label(key)
