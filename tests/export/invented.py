"""A small invented dossier with every kind of record and every state of evidence, for the tests of exports."""

from __future__ import annotations

from typing import Any

from dossier.cite import Citations, FormattedWork
from dossier.model.problem import Problems
from dossier.model.public import Public
from dossier.pipeline import examine
from dossier.redact import redact
from tests.citations import made_up
from tests.corpus_builder import build_corpus

TEXT = """\
On rain

The first rain1 fell in March 2001
on ‘dry’ ground, and it was mea-
sured.

Some 1,122 drops fell on the
village. Then it was dry.

1 So says the almanac of 2002.
"""

ENTITIES: list[dict[str, Any]] = [
    {
        "id": "drizzle-plan",
        "name": "Drizzle Plan",
        "part_of": [{"id": "great-rain", "claims": ["rain2020-first"]}],
    },
    {
        "id": "drylandia",
        "kind": "partner",
        "also": ["place"],
        "type": "country",
        "country": "XD",
        "aliases": ["Dry Land"],
        "see": ["drizzle-plan"],
        "disputed": "Its borders are.",
    },
    {"id": "great-rain", "kind": "event", "description": "It was **wet** [@rain2020-first]."},
    {"id": "jane-doe", "kind": "person"},
    {"id": "village", "kind": "place", "lat": 1.5, "lon": -2},
]
CLAIMS: list[dict[str, Any]] = [
    {
        "id": "rain2020-first",
        "quote": "The first rain fell in March 2001 on 'dry' ground, and it was measured.",
        "date": "2001-03",
        "about": ["great-rain", "drylandia"],
        "topics": ["weather"],
        "speaker": ["jane-doe"],
        "via": ["almanac2002, p. 7", "almanac2002"],
        "context": ["Then it was dry."],
        "allow": [{"code": "short-quote", "why": "It is short."}],
        "answers": [{"question": "first-rain", "value": "2001-03"}],
    },
    {
        "id": "rain2020-drops",
        "label": "1,122 drops",
        "kind": "figure",
        "quote": "Some 1,122 drops fell on the village",
        "figure": {"value": "1122", "unit": "drops", "bound": "about", "period": "2001/.."},
        "as_of": "2001",
        "about": ["village"],
        "topics": ["weather"],
        "answers": [{"question": "drops"}, {"question": "where", "value": ["village", "…"]}],
        "cooperation": "strained",
        "remark": "Said “so”.",
    },
    {
        "id": "rain2020-almanac",
        "quote": "So says the almanac of 2002.",
        "date": "2001-03",
        "about": ["great-rain"],
    },
    {
        "id": "rain2020-odd",
        "quote": "Then it was dry.",
        "date": "2104",
        "status": "misprint",
        "remark": "1904.",
    },
    {
        "id": "lost2019-rain",
        "source": "lost2019",
        "quote": "It rained.",
        "answers": [{"question": "drops", "value": "9"}],
    },
]
QUESTIONS: list[dict[str, Any]] = [
    {"id": "first-rain"},
    {"id": "drops", "type": "number", "verdict": "contradiction", "note": "One counts [@rain2020-drops]."},
    {"id": "where", "type": "set", "about": ["village"], "choices": ["village", "ground"]},
]


def invented() -> tuple[Public, Citations]:
    """The invented dossier as `export` receives it, and its works; pandoc's part is made up."""
    problems = Problems()
    corpus = build_corpus(
        claims=[{"source": "rain2020", **claim} for claim in CLAIMS],
        entities=ENTITIES,
        topics=[{"id": "weather", "intro": "It rains [@rain2020-first]."}],
        questions=sorted(QUESTIONS, key=lambda question: str(question["id"])),
        works=[{"key": "almanac2002", "label": "Almanac 2002", "authors": (), "date": None}],
        sources=[
            {
                "citation": "rain2020",
                "reading": {"notes": {}},
                "rights": {"license": "CC-BY-4.0", "publish": "full", "holder": "Rain Ltd"},
            },
            {"citation": "lost2019", "rights": {"license": "unstated", "publish": "withheld"}},
        ],
        texts={"rain2020": TEXT},
    )
    checked = examine(corpus, problems)
    assert [problem.message for problem in problems if problem.severity == "error"] == []
    citations = {
        key: FormattedWork(f"<i>{work.title}</i>", {"type": "book", "title": work.title, "id": key})
        for key, work in corpus.works.items()
    }
    return redact(checked), made_up(citations)
