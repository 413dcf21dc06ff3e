"""`CHANGES.md`: what the records say of themselves now and did not say in the release before. No clock is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.leaves.numbers import counted
from dossier.model.public import Public

Change = Mapping[str, Any]
"""A record of history.json."""
_HEADINGS = {
    "withdrawn": "Withdrawn",
    "revised": "Revised",
    "renamed": "Called otherwise",
    "added": "Added",
}


@dataclass(frozen=True, slots=True)
class Past:
    """The release before: what it is called, and its history.json."""

    version: str
    history: Sequence[Change]


def changes_since(
    public: Public, version: str, day: str, past: Past | None, history: Sequence[Change]
) -> str:
    """The text of the file, in Markdown."""
    site = public.corpus.configuration.site
    return "\n".join(_lines(site.name or "Untitled", site.url, f"{version} of {day}", past, history)) + "\n"


def _lines(name: str, base: str, version: str, past: Past | None, history: Sequence[Change]) -> Iterator[str]:
    before = {change["url"]: change for change in past.history} if past else {}
    now = {change["url"] for change in history}
    new = [change for change in history if change["url"] not in before]
    since = f"Since version {past.version}" if past else "No version before is known; in all"
    yield from (f"# {name}: changes of version {version}", "", f"{since}: {_counts(new)}.")
    for sort, heading in _HEADINGS.items():
        if found := [change for change in new if change["sort"] == sort]:
            yield from ("", f"## {heading}", "", *(_said(change, base) for change in found))
    if gone := [change for url, change in before.items() if url not in now]:
        yield from (
            "",
            "## No longer told",
            "",
            "The version before told of these, and its records are gone.",
            "",
        )
        yield from (_said(change, "") for change in gone)


def _counts(new: Sequence[Change]) -> str:
    sorts = [change["sort"] for change in new]
    counts = [f"{sorts.count(sort)} {sort}" for sort in _HEADINGS if sort in sorts]
    return f"{counted(len(new), 'change')} ({', '.join(counts)})" if counts else "no change"


def _said(change: Change, base: str) -> str:
    was = f"`{change['was']}` is now `{change['id']}`: " if change["was"] else ""
    along = f", with {counted(change['claims'], 'claim')}" if change["claims"] else ""
    lines = [
        f"- {change['date']}, {change['kind']}: {was}{change['name']}{along} ({base}{change['record_url']})"
    ]
    if change["why"]:
        lines.append(f"  - why: {change['why']}")
    for field in change["fields"]:
        after = f" → {field['after']}" if field["after"] else ""
        lines.append(f"  - {field['field']}: {field['before']}{after}")
    return "\n".join(lines)
