"""What the exported files hold, field by field (contract: design, section 7). Writing them is left to `export`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exported:
    """A file of `data/`: what one item of it is, and its fields with what they say."""

    name: str
    item: str
    fields: tuple[tuple[str, str], ...]


_URL = ("url", "address of its page, relative to the site’s root")

EXPORTS = (
    Exported(
        "claims.json",
        "one claim",
        (
            ("id, source", "the claim’s id, and the key of its source"),
            ("statement, quote", "our sentence, and the source’s words as the editors typed them"),
            ("kind", "law, partnership, figure, event, person, program, definition or assessment"),
            ("date, as_of", "when it happened; the moment for which a figure held (EDTF)"),
            ("about, topics, speaker", "lists of ids"),
            ("via", "works that the source cites for it: work and locator"),
            ("figure", "value, unit, bound and period"),
            ("answers", "question, value, bound and period"),
            ("cooperation", "present, absent, strained or suspended"),
            (
                "context, remark, status, allow",
                "further passages, an editor’s remark, misprint or withdrawn, answered checks",
            ),
            (
                "evidence",
                (
                    "state, folding, pieces (ranges of text.txt in code points), start, end, exact, "
                    "prefix, suffix, where, locator"
                ),
            ),
            ("url, source_url", "address of its page, and of its highlighted words"),
        ),
    ),
    Exported(
        "entities.json",
        "one entity",
        (
            ("id, kind, also", "its id, its kind, and the kinds whose index lists it too"),
            ("name, aliases, description", "what it is called, and what claims support about it"),
            ("see, disputed", "ids of related entities; the sentence shown beside the name"),
            ("claims", "ids of the claims about it"),
            (
                "run_by, part_of, partners, members, place, successor_of",
                "relations: relation, id and the claims that bear it",
            ),
            _URL,
        ),
    ),
    Exported(
        "topics.json",
        "one topic",
        (("id, name, intro", "its id, name and introduction"), ("claims", "ids of its claims"), _URL),
    ),
    Exported(
        "sources.json",
        "one source",
        (
            (
                "id, title, author, date, kind, language",
                "the bibliographic record, and what its publisher is",
            ),
            ("rights, sha256, supplied", "rights, the hash that pins the text, and when it was taken in"),
            ("characters, claims", "length of the text in code points, and the number of claims"),
            _URL,
        ),
    ),
    Exported(
        "questions.json",
        "one question",
        (
            ("id, asks, about, type", "its id, what it asks, about which entities, and how answers compare"),
            ("status, verdict, note", "agree, differ or single; why they differ, in an editor’s judgment"),
            ("positions", "value, bound, period, claims and sources"),
            _URL,
        ),
    ),
    Exported(
        "timeline.json",
        "one moment",
        (
            ("date, earliest, latest", "EDTF, and its strict bounds as ISO days (null where open)"),
            ("label, claims", "the event or the statement, and the claims"),
            _URL,
        ),
    ),
    Exported(
        "works.json",
        "one work, as CSL-JSON",
        (
            ("custom.label", "what the sources print for it"),
            ("custom.cited_by", "the claims that rest on it"),
        ),
    ),
)
