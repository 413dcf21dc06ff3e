"""What pages say of records: relations from both ends, where a work speaks from, what is told once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dossier.leaves import address
from dossier.model.analysis import Disagreement, QuestionResult, QuestionStatus
from dossier.model.date import Date
from dossier.model.ids import ClaimId, QuestionId, SourceKey
from dossier.model.kinds import QuestionType, RecordKind, Verdict
from dossier.model.output import OutputFile
from dossier.model.public import Public
from dossier.model.question import Question
from dossier.render import answers, texts, wording, works
from dossier.render.catalog import Catalog
from dossier.render.environment import ticked
from dossier.render.pages.claim_pages import pages as claim_pages
from dossier.render.view import View
from tests.citations import made_up
from tests.render.page_reader import elements
from tests.words import CLAIM, kind, relation


@pytest.mark.parametrize(
    ("name", "other", "words"),
    [
        ("place", "event", "happened here"),
        ("place", "institution", "here"),
        ("partners", "program", "partner in"),
        ("partners", "event", "involved in"),
        ("partners", "institution", "works with"),
        ("run_by", "program", "runs"),
    ],
)
def test_a_relation_is_named_from_its_other_end(name: str, other: str, words: str) -> None:
    assert relation(name).from_end(kind(other)) == words


@pytest.mark.parametrize(
    ("status", "verdict", "said"),
    [
        ("differ", Verdict.CONTRADICTION, "sources contradict each other"),
        ("differ", None, "answers differ"),
        ("agree", None, "sources agree"),
        ("agree", Verdict.CONTRADICTION, "sources agree"),
    ],
)
def test_a_verdict_is_told_where_answers_differ(status: str, verdict: Verdict | None, said: str) -> None:
    """In the preview, too, where it may be missing or needless as yet."""
    question = Question(
        id=QuestionId("lamp"), asks="When was the lamp lit?", type=QuestionType.DATE, verdict=verdict
    )
    assert wording.outcome(question, QuestionResult(question.id, QuestionStatus(status), ())) == said


def test_a_name_that_is_author_and_publisher_is_said_once(catalog: Catalog) -> None:
    view = View(catalog, "")
    for key in catalog.dossier.corpus.sources:
        said = [part for part in works.published(view, key).split(", ") if part]
        assert len(said) == len(set(said))


def test_a_date_stands_beside_a_label_only_where_it_says_more(catalog: Catalog) -> None:
    view = View(catalog, "")
    for key in catalog.dossier.corpus.sources:
        assert works.dated_beside(view, key) == (view.issued(key) not in view.label(key))


def test_back_ticks_become_code_and_what_is_in_them_stays_text() -> None:
    assert ticked("a `b<c>` d") == "a <code>b&#60;c&#62;</code> d"


def test_dates_without_a_beginning_stand_in_the_year_of_their_end(catalog: Catalog) -> None:
    dated = catalog.dated(catalog.dossier.corpus.claims.values())
    years = [claim.date.year for claim in dated if claim.date]
    assert len(years) > 1
    assert years == sorted(years)


def test_context_in_the_sentence_of_its_quotation_is_not_shown_with_that_sentence_again(
    dossier: Public,
) -> None:
    claim, evidence = next(
        (claim, evidence)
        for claim, evidence in dossier.evidence.items()
        if evidence.anchor and dossier.corpus.claims[claim].source in dossier.readings
    )
    assert evidence.anchor
    again = replace(evidence, context=(evidence.anchor,))
    changed = Catalog(replace(dossier, evidence={**dossier.evidence, claim: again}), made_up())
    path = address.file_of(address.page_of(RecordKind.CLAIM, claim))
    made = (file for file in claim_pages(changed) if isinstance(file, OutputFile))
    page = next(file.content.decode() for file in made if file.path == path)
    _, context = [element.text for element in elements(page) if element.tag == "blockquote"]
    assert context.split() == evidence.anchor.exact.split()


@pytest.mark.parametrize(("note", "said"), [(None, "¶ "), ("1", "note ")])
def test_a_place_in_a_text_is_said_in_a_word(catalog: Catalog, note: str | None, said: str) -> None:
    view = View(catalog, "")
    spots = {
        texts.spot(view, claim)
        for claim, evidence in catalog.dossier.evidence.items()
        if evidence.anchor and bool(evidence.anchor.locator.note) == bool(note)
    }
    assert spots
    assert all(spot.startswith(said) for spot in spots)


def test_the_language_of_a_source_is_named_only_where_it_is_not_the_pages(catalog: Catalog) -> None:
    view = View(catalog, "")
    for key, source in catalog.dossier.corpus.sources.items():
        assert bool(texts.other_language(view, key)) == (not source.language.startswith("en"))


def test_what_is_not_known_of_a_language_is_said_where_it_is_named() -> None:
    assert texts.language("en-GB") + texts.not_known("en-GB") == "English"
    assert texts.not_known("pt").startswith("; checks that are off for it: negation-outside, hedge-outside")
    assert "where sentences end" in texts.not_known("pt")


def test_an_unknown_language_runs_as_its_letters_do(catalog: Catalog) -> None:
    key = SourceKey("letter2020")
    source = catalog.dossier.corpus.sources[key].model_copy(update={"language": "he"})
    corpus = replace(catalog.dossier.corpus, sources={key: source})
    view = View(Catalog(replace(catalog.dossier, corpus=corpus), made_up()), "")
    assert texts.other_language(view, key) == ' lang="he" dir="auto"'


def test_a_claim_does_not_repeat_itself_among_the_answers(catalog: Catalog, pages: dict[str, str]) -> None:
    for claim in catalog.dossier.corpus.claims.values():
        page = pages[address.file_of(address.page_of(RecordKind.CLAIM, ClaimId(claim.id)))]
        to_itself = [e for e in elements(page) if e.tag == "a" and e.attributes.get("href") in {"", "./"}]
        assert to_itself == []


def test_every_source_says_how_much_of_it_is_covered(catalog: Catalog) -> None:
    view = View(catalog, "")
    for key in catalog.dossier.corpus.sources:
        covered, total = texts.covered(view, SourceKey(key))
        assert 0 <= covered <= total


def test_an_answer_is_hedged_where_every_source_that_gives_it_holds_back(dossier: Public) -> None:
    one, other = next(
        found.positions for found in dossier.analysis.questions.values() if len(found.positions) > 1
    )[:2]
    position = replace(one, claims=(*one.claims, *other.claims))
    first, *others = position.claims

    def hedged(*claims: ClaimId) -> tuple[str, ...]:
        evidence = {claim: replace(dossier.evidence[claim], hedges=("may",)) for claim in claims}
        changed = replace(dossier, evidence={**dossier.evidence, **evidence})
        return answers.hedges(View(Catalog(changed, made_up()), ""), position)

    assert hedged(first) == ()
    assert hedged(first, *others) == ("may",)


def test_every_verdict_is_in_the_glossary_with_its_sentence(root: Path) -> None:
    glossary = (root / "dossier/look/pages/glossary.md").read_text(encoding="utf-8")
    for verdict in set(Verdict) - {Verdict.MISPRINT}:
        words, means = wording.VERDICT[verdict].capitalize(), wording.VERDICT_MEANS[verdict]
        assert f'<dt id="{verdict}">{words}</dt><dd markdown="span">{means}</dd>' in glossary
    assert '<dt id="misprint">Misprint</dt>' in glossary


def test_disagreement_is_told_contradictions_first_and_without_what_there_is_none_of() -> None:
    assert [words for _, words in wording.disagreement(Disagreement(3, 7, 70, 1))] == [
        "3 on which sources contradict each other",
        "7 on which a text contradicts itself",
        "70 answered in other words, for another scope or judged differently",
        "1 misprint",
    ]
    assert wording.disagreement(Disagreement(0, 0, 0, 2)) == ((Verdict.MISPRINT, "2 misprints"),)
    assert wording.disagreement(Disagreement(0, 0, 0, 0)) == ()


def test_only_what_cannot_all_be_right_is_in_an_alarming_color(dossier: Public) -> None:
    question = next(iter(dossier.corpus.questions.values()))
    found = QuestionResult(question.id, QuestionStatus.DIFFER, ())
    sorts = {
        verdict: wording.outcome_sort(question.model_copy(update={"verdict": verdict}), found)
        for verdict in Verdict
    }
    assert [verdict for verdict, sort in sorts.items() if sort == "conflict"] == [
        Verdict.CONTRADICTION,
        Verdict.SELF_CONTRADICTION,
    ]
    assert set(sorts.values()) == {"conflict", "differ"}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"date": "2013-03-23"}, ["23 March 2013"]),
        ({"as_of": "2014-07"}, ["as of July 2014"]),
        ({"as_of": "../2015"}, ["held by 2015"]),
        ({"as_of": "2011/.."}, ["held from 2011 on"]),
        ({"figure": {"value": "3", "unit": "cells", "period": "2002/.."}}, ["counted from 2002 on"]),
        (
            {"figure": {"value": "3", "unit": "cells", "period": "2015/2016"}, "as_of": "2017"},
            ["counted over 2015–2016", "as of 2017"],
        ),
    ],
)
def test_a_date_says_what_it_is_the_date_of(fields: dict[str, object], said: list[str]) -> None:
    typed = {
        "id": "demo-claim",
        "statement": "It is.",
        "quote": "It is.",
        "kind": "event",
        "about": [],
        "topics": [],
    }
    claim = CLAIM.of_source(SourceKey("demo"), {**typed, **fields})
    assert [wording.when(when, claim) for when in claim.whens] == said


@pytest.mark.parametrize(
    ("date", "statement", "said"),
    [
        ("2011/..", "Since 2011 the light has been out.", "from 2011 on"),
        ("2011/..", "The light has been out from 2011.", "from 2011 on"),
        ("2011/..", "After 2011 the light went out.", "after 2011"),
        ("199X/..", "Some time after the 1990s, it is said, the light went out.", "after the 1990s"),
        ("2015-11/..", "The keeper left after the storms of November 2015.", "November 2015 or later"),
        ("2015-11/..", "Since the storms of November 2015 the light has been out.", "from November 2015 on"),
        (
            "2011/..",
            "The light went out after the storm of 2009, and from 2011 on it was sold.",
            "from 2011 on",
        ),
        ("2011/..", "The light went out in the end.", "from 2011 on"),
        ("2011/", "After 2011 the light went out.", "from 2011, end not known"),
        ("../2015", "It had been lit before 2015.", "by 2015"),
        ("2011", "After 2011 came 2012.", "2011"),
    ],
)
def test_what_happened_after_a_date_is_not_said_to_have_lasted_from_it_on(
    date: str, statement: str, said: str
) -> None:
    assert wording.happened(Date.parse(date), statement) == said


def test_an_answer_says_as_of_when_and_whose_moment_it_is(dossier: Public) -> None:
    one, other = next(
        found.positions for found in dossier.analysis.questions.values() if len(found.positions) > 1
    )[:2]
    position = replace(
        one, claims=(one.claims[0], other.claims[0]), sources=(one.sources[0], other.sources[0])
    )

    def told(*moments: str | None) -> str:
        dated = {
            key: dossier.corpus.claims[key].model_copy(update={"as_of": moment and Date.parse(moment)})
            for key, moment in zip(position.claims, moments, strict=True)
        }
        corpus = replace(dossier.corpus, claims={**dossier.corpus.claims, **dated})
        return answers.as_of(View(Catalog(replace(dossier, corpus=corpus), made_up()), ""), position)

    first, second = (View(Catalog(dossier, made_up()), "").source_label(key) for key in position.claims)
    assert told(None, None) == ""
    assert told("2014-07", "2014-07") == "as of July 2014"
    assert told("2014-07", None) == f"as of July 2014 ({first})"
    assert told("2014-07", "2015") == f"as of July 2014 ({first}); as of 2015 ({second})"


def test_when_a_source_was_published_is_said_to_be_that(catalog: Catalog) -> None:
    view = View(catalog, "")
    for key in catalog.dossier.corpus.sources:
        issued = view.issued(key)
        assert works.when(view, key) == (f"published {issued}" if issued else "")
        assert works.published(view, key).endswith(works.when(view, key))
