"""An invented corpus of any size that looks like real notes: of one seed and size, always the same files.

Its proportions are those of the notes that Dossier ships with (789 claims): lengths of statements and quotes, quotes
that share a sentence, notes, dates, figures, questions, relations, works. What is counted grows as it does there:
claims with the texts, questions with the claims, things, works and topics more slowly.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

MODEL = Path(__file__).resolve().parents[1]
"""The checkout whose invented vocabulary and settings the corpora share."""

Record = dict[str, Any]
"""A record as it is written: JSON is YAML."""

_KINDS = {
    "program": 21,
    "event": 19,
    "institution": 17,
    "place": 16,
    "partner": 11,
    "person": 8,
    "law": 4,
    "group": 4,
}
_FORMS = {
    "program": "{} Lights Plan",
    "event": "Wreck of the {}",
    "institution": "{} Harbor Board",
    "place": "{}",
    "partner": "Republic of {}",
    "person": "Ada {}",
    "law": "{} Pilotage Act",
    "group": "Crew of {}",
}
_PLURALS = {"person": "people"}
_SYLLABLES = (
    "mar",
    "en",
    "holt",
    "vik",
    "or",
    "say",
    "tarn",
    "brenn",
    "gul",
    "lis",
    "ka",
    "dor",
    "um",
    "fell",
    "ro",
    "shan",
    "bel",
    "ith",
)
_VERBS = (
    "rebuilt",
    "leased",
    "inspected",
    "dismissed",
    "praised",
    "supplied",
    "reorganized",
    "closed",
    "repainted",
    "insured",
)
_THINGS = (
    "the outer beacon",
    "three pilot boats",
    "the signal mast",
    "the eastern stores",
    "a winter watch",
    "the oil depot",
    "a second fog horn",
    "the keepers’ school",
)
_REASONS = (
    "after a long dispute over dues",
    "at the request of the fishing fleet",
    "although the funds were short",
    "once the ice had gone",
    "before the elections of the council",
    "with volunteers from the port",
)
_BLOCKS = ("statement", "quote")
_UNITS = ("lamps", "keepers", "ships", "signals", "pilots")
_JUDGMENTS = (
    "the most careful service on the coast",
    "an example to the whole coast",
    "slow to answer and quick to complain",
    "a burden on the smaller ports",
    "better equipped than its neighbors",
)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_SHARES = {
    "events": 0.13,
    "figures": 0.24,  # with the events, as those below
    "judgments": 0.4,
    "halves": 0.35,
    "notes": 0.12,
    "via": 0.37,
    "speakers": 0.05,
    "described": 0.6,
}


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything in a corpus of so many claims."""

    claims: int

    @property
    def entities(self) -> int:
        return max(len(_KINDS), int(10.6 * self.claims**0.5))

    @property
    def works(self) -> int:
        return max(3, int(4.5 * self.claims**0.5))

    @property
    def topics(self) -> int:
        return 4 + int(self.claims**0.35)

    @property
    def questions(self) -> int:
        return self.claims * 11 // 100

    @property
    def notes(self) -> int:
        return 1 + int(0.45 * self.claims**0.5)


@dataclass(slots=True)
class _Invention:
    """What is made up so far; `random` decides, and nothing else."""

    random: Random
    size: Size
    entities: list[Record] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    claims: list[Record] = field(default_factory=list)
    questions: list[Record] = field(default_factory=list)
    sentences: set[tuple[str, str]] = field(default_factory=set)

    def name(self) -> str:
        return "".join(self.random.choices(_SYLLABLES, k=self.random.randint(2, 4))).capitalize()

    def about(self) -> Record:
        """An entity: few are named often, most seldom."""
        return self.random.choices(self.entities, cum_weights=self.weights)[0]


def write_corpus(root: Path, claims: int, seed: int = 1) -> None:
    """Write a project of so many claims to the empty folder `root`."""
    invented = _Invention(Random(seed), Size(claims))  # noqa: S311 - the same corpus again is what is wanted
    _invent_entities(invented)
    sources = list(_write_sources(root, invented))
    _ask_questions(invented)
    _relate(invented)
    _write_claims(root, invented, sources)
    _write_index(root, invented)
    _write_works(root, invented, sources)
    _write_pages(root, invented)
    shutil.copy2(MODEL / "tests/golden_corpus/mkdocs.yml", root)
    shutil.copy2(MODEL / "mkdocs.yml", root / "look.yml")
    shutil.copy2(MODEL / "tests/golden_corpus/sources/vocabulary.yml", root / "sources")


def _invent_entities(invented: _Invention) -> None:
    kinds = [kind for kind, share in _KINDS.items() for _ in range(share)]
    names: set[str] = set()
    while len(invented.entities) < invented.size.entities:
        number = len(invented.entities)
        kind = [*_KINDS][number] if number < len(_KINDS) else invented.random.choice(kinds)
        name = _FORMS[kind].format(invented.name())
        if name in names:
            continue
        names.add(name)
        entity: Record = {"id": "-".join(name.lower().split()), "name": name, "kind": kind}
        if kind == "partner":
            entity["type"] = "organization"
        if kind == "place":
            entity |= {
                "lat": str(invented.random.randint(-60, 60)),
                "lon": str(invented.random.randint(-170, 170)),
            }
        invented.entities.append(entity)
    invented.weights = list(accumulate(1 / (rank + 8) for rank in range(len(invented.entities))))


def _write_sources(root: Path, invented: _Invention) -> Iterator[str]:
    """Write text and record of each source, and yield its key; its claims are invented on the way."""
    left = invented.size.claims
    while left:
        key = f"coast{1901 + len(list((root / 'sources').glob('*'))):04}"
        count = min(left, invented.random.choice((60, 70, 160, 195, 300)))
        left -= count
        folder = root / "sources" / key
        folder.mkdir(parents=True)
        text = _text(invented, key, count).encode()
        (folder / "text.txt").write_bytes(text)
        record = {
            "citation": key,
            "kind": invented.random.choice(("academic", "press", "government", "think-tank")),
            "language": "en",
            "sha256": hashlib.sha256(text).hexdigest(),
            "supplied": "2024-05-01",
            "rights": {"license": "unstated", "publish": "full"},
            "reading": {"notes": {"marks": "brackets", "numerals": "arabic", "texts": "end"}},
        }
        (folder / "source.yml").write_text(_yaml(record), "utf-8")
        yield key


def _text(invented: _Invention, key: str, count: int) -> str:
    """A text in sections and paragraphs, one claim on most sentences and two on some, with notes at its end."""
    random, paragraphs, made = invented.random, [f"Report {key} on the Coast"], 0
    notes: list[str] = []
    while made < count:
        if len(paragraphs) % 9 == 1:
            paragraphs.append(f"The {invented.name()} Section")
        words = []
        for _ in range(random.randint(3, 7)):
            sentence = _sentence(invented, key, min(2, count - made))
            made += sum(
                claim["source"] == key for claim in invented.claims[-2:] if claim["quote"] in sentence
            )
            if random.random() < _SHARES["notes"]:
                notes.append(
                    f"[{len(notes) + 1}] See the {invented.name()} Review, {random.randint(1900, 2020)}."
                )
                sentence += f"[{len(notes)}]"
            words.append(sentence)
            if made >= count:
                break
        paragraphs.append(" ".join(words))
    return "\n\n".join([*paragraphs, "Notes", *notes] if notes else paragraphs) + "\n"


def _sentence(invented: _Invention, key: str, most: int) -> str:
    """A sentence that no text has yet, and the claims that quote it: at most so many."""
    random = invented.random
    while True:
        one, other = invented.about(), invented.about()
        year, month, shape = random.randint(1850, 2023), random.randint(1, 12), random.random()
        verb, thing = random.choice(_VERBS), random.choice(_THINGS)
        deed = f"{one['name']} {verb} {thing}"
        told = f"{thing} was {verb} by {one['name']}"
        facts: Record = {"source": key, "kind": "program"}
        first = deed
        if shape < _SHARES["events"]:
            first, told = f"In {_MONTHS[month - 1]} {year} {deed}", f"{told} in {_MONTHS[month - 1]} {year}"
            facts |= {"kind": "event", "date": f"{year}-{month:02}", "label": f"{thing} {verb}"[:40]}
        elif shape < _SHARES["figures"]:
            count, unit = f"{random.randint(2, 9999):,}", random.choice(_UNITS)
            deed = f"{one['name']} counted {count} {unit}"
            first, told = f"In {year} {deed}", f"{one['name']} had {count} {unit} in {year}"
            facts |= {"kind": "figure", "figure": {"value": count.replace(",", ""), "unit": unit}}
            facts |= {"as_of": str(year), "label": f"{count} {unit}"}
        elif shape < _SHARES["judgments"]:
            judgment = random.choice(_JUDGMENTS)
            first = deed = f"{one['name']} was called {judgment}"
            facts |= {"kind": "assessment"}
            told = f"{one['name']} is described as {judgment}"
        verb, thing, reason = random.choice(_VERBS), random.choice(_THINGS), random.choice(_REASONS)
        other_deed = f"{other['name']} {verb} {thing}"
        second, other_told = f"{other_deed} {reason}", f"{thing} was {verb} by {other['name']} {reason}"
        sentence = f"{first}, while {second}."
        deeds = {
            (key, deed.replace(one["name"], _end(one))),
            (key, other_deed.replace(other["name"], _end(other))),
        }
        if one is not other and not deeds & invented.sentences:
            break
    invented.sentences |= deeds
    if most > 1 and random.random() < _SHARES["halves"]:
        _claim(invented, facts | {"statement": told, "quote": first, "about": [one["id"]]})
        facts = {"source": key, "kind": "program", "about": [other["id"]]}
        _claim(invented, facts | {"statement": other_told, "quote": second})
    else:
        both = {"statement": f"{told}; {other_told}", "quote": sentence.rstrip(".")}
        _claim(invented, facts | both | {"about": [one["id"], other["id"]]})
    return sentence


def _end(entity: Record) -> str:
    """The end of a name, which another name may be: Brenn is in Republic of Brenn."""
    return str(entity["name"]).rpartition(" of ")[2].removeprefix("the ")


def _claim(invented: _Invention, facts: Record) -> None:
    """Invent what a claim says besides `facts`."""
    random, number = invented.random, len(invented.claims)
    record = {
        "id": f"{facts['source']}-finding-{number}",
        **facts,
        "statement": f"{facts['statement'][:1].upper()}{facts['statement'][1:]}.",
        "topics": sorted(
            {
                f"topic-{int(random.paretovariate(1.2)) % invented.size.topics}"
                for _ in range(random.choice((1, 1, 1, 2)))
            }
        ),
    }
    if random.random() < _SHARES["via"]:
        record["via"] = [
            f"work{int(invented.size.works * random.random() ** 2)}, p. {random.randint(1, 300)}"
        ]
    if random.random() < _SHARES["speakers"]:
        people = [entity["id"] for entity in invented.entities[:200] if entity["kind"] == "person"]
        if others := [person for person in people if person not in record["about"]]:
            record["speaker"] = [random.choice(others)]
    invented.claims.append(record)


def _topic(invented: _Invention) -> str:
    return f"topic-{int(invented.random.paretovariate(1.2)) % invented.size.topics}"


def _ask_questions(invented: _Invention) -> None:
    """Ask, of two or three claims with a date or a figure, what they answer; they differ, but for some."""
    random = invented.random
    for sort, type_ in (("date", "date"), ("figure", "number")):
        pool = [claim for claim in invented.claims if sort in claim]
        random.shuffle(pool)
        while pool[2:] and len(invented.questions) < invented.size.questions:
            asked = [pool.pop() for _ in range(random.choice((2, 2, 3)))]
            key = f"question-{len(invented.questions)}"
            record: Record = {
                "id": key,
                "asks": f"What do the reports give as the {type_} in matter {len(invented.questions)}?",
                "about": asked[0]["about"],
                "type": type_,
            }
            for claim in asked:
                value = {"value": claim["date"]} if sort == "date" else {}
                claim["answers"] = [{"question": key, **value}]
            values = {json.dumps(claim[sort], sort_keys=True) for claim in asked}
            if len(values) > 1:
                cited = " ".join(f"[@{claim['id']}]" for claim in asked)
                record |= {
                    "verdict": "different-scope",
                    "note": f"The reports speak of different seasons. {cited}",
                }
            invented.questions.append(record)


def _relate(invented: _Invention) -> None:
    """Tie things that claims are about, and describe some of them."""
    by_entity: dict[object, list[Record]] = {}
    for claim in invented.claims:
        for entity in claim["about"]:
            by_entity.setdefault(entity, []).append(claim)
    relations = ("run_by", "part_of", "partners", "members")
    for entity in invented.entities:
        claims = by_entity.get(entity["id"], [])
        if claims and invented.random.random() < _SHARES["described"]:
            entity["description"] = f"The reports name it often. [@{claims[0]['id']}]"
        pairs = [claim for claim in claims if len(claim["about"]) > 1]
        if pairs and entity["kind"] in {"program", "partner", "institution"}:
            claim = pairs[0]
            other = next(key for key in claim["about"] if key != entity["id"])
            entity[invented.random.choice(relations)] = [{"id": other, "claims": [claim["id"]]}]


def _write_claims(root: Path, invented: _Invention, sources: Sequence[str]) -> None:
    by_source: dict[object, list[Record]] = {}
    for claim in invented.claims:
        by_source.setdefault(claim["source"], []).append(claim)
    for key in sources:
        _write_list(root / "sources" / key / "claims.yml", by_source[key], "source")


def _write_index(root: Path, invented: _Invention) -> None:
    index = root / "sources" / "index"
    for kind in _KINDS:
        members = [entity for entity in invented.entities if entity["kind"] == kind]
        _write_list(index / f"{_PLURALS.get(kind, kind + 's')}.yml", members, "kind")
    topics: list[Record] = [
        {"id": f"topic-{n}", "name": f"Matters of sort {n}"} for n in range(invented.size.topics)
    ]
    _write_list(index / "topics.yml", topics)
    _write_list(index / "questions.yml", invented.questions)


def _write_works(root: Path, invented: _Invention, sources: Sequence[str]) -> None:
    random = invented.random
    keys = [*sources, *(f"work{n}" for n in range(invented.size.works))]
    entries = (
        f"@book{{{key},\n  label = {{{invented.name()} {year}}},\n"
        f"  author = {{{invented.name()}, Ada and {invented.name()}, Ilo}},\n"
        f"  title = {{The Lights of {invented.name()} and Their Keepers, Volume {n}}},\n"
        f"  publisher = {{{invented.name()} Press}},\n  date = {{{year}}},\n}}\n"
        for n, key in enumerate(keys)
        for year in [random.randint(1900, 2020)]
    )
    (root / "citations.bib").write_text("\n".join(entries), "utf-8")


def _write_pages(root: Path, invented: _Invention) -> None:
    notes = root / "docs" / "notes"
    notes.mkdir(parents=True)
    (root / "docs" / "index.md").write_text(
        "---\ntitle: Lights\n---\nLights of an invented coast.\n", "utf-8"
    )
    (root / "docs" / "about.md").write_text("---\ntitle: About\n---\nAn invented corpus.\n", "utf-8")
    for number in range(invented.size.notes):
        cited = invented.random.sample(invented.claims, min(12, len(invented.claims)))
        told = "\n".join(
            f"The reports return to this matter more than once [@{claim['id']}]." for claim in cited
        )
        front = (
            f"---\ntitle: A Note on Matter {number}\nsummary: What is said of it.\ndate: 2024-05-01\n---\n"
        )
        (notes / f"matter-{number}.md").write_text(front + told + "\n", "utf-8")


def _write_list(path: Path, records: Sequence[Record], without: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = ({name: value for name, value in record.items() if name != without} for record in records)
    items = ("- " + _yaml(record).replace("\n", "\n  ").rstrip(" ") for record in kept)
    path.write_text("".join(items) or "[]\n", "utf-8")


def _yaml(record: Record) -> str:
    """A record as people write it: a field a line, quotations as blocks."""
    lines = (
        f"{name}: >-\n  {value}"
        if name in {"statement", "quote"}
        else f"{name}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in record.items()
    )
    return "\n".join(lines) + "\n"
