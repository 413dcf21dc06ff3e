"""The overview of questions, the scales of positions, and the page's count of origins."""

from __future__ import annotations

import pytest

from dossier.model.claim import Claim
from dossier.render.origins import count_origins
from tests.corpus_builder import build_corpus
from tests.draw.conftest import MakeDrawn
from tests.draw.reader import marks, parse

DATES = {"id": "when", "type": "date", "verdict": "contradiction", "note": "They differ."}


def answers(*values: str, **more: object) -> list[dict[str, object]]:
    return [
        {"id": f"alpha2020-{n}", "answers": [{"question": "when", "value": value}], **more}
        for n, value in enumerate(values)
    ]


def test_positions_stand_below_each_other_the_earliest_first(make: MakeDrawn) -> None:
    scale, narrow = make(questions=[DATES], claims=answers("2015-05", "2013-03-23")).pictures(
        "questions/when/"
    )
    assert [mark.name for mark in marks(scale)] == ["23 March 2013: Alpha2020", "May 2015: Alpha2020"]
    assert [mark.name for mark in marks(narrow)] == [mark.name for mark in marks(scale)]


def test_one_position_needs_no_scale(make: MakeDrawn) -> None:
    assert make(questions=[DATES], claims=answers("2015", "2015")).pictures("questions/when/") == []


def test_years_that_no_axis_has_are_left_off_the_scale(make: MakeDrawn) -> None:
    dossier = make(questions=[DATES], claims=answers("-0300", "0800", "1200"))
    assert [mark.name for mark in marks(dossier.pictures("questions/when/")[0])] == [
        "800 CE: Alpha2020",
        "1200: Alpha2020",
    ]


def test_a_period_that_no_axis_has_is_told_in_words_alone(make: MakeDrawn) -> None:
    claims = answers("8", "9")
    claims[0]["answers"] = [{"question": "when", "value": "8", "period": "-0300/.."}]
    scale, _ = make(questions=[{**DATES, "type": "number"}], claims=claims).pictures("questions/when/")
    assert "counted over" not in scale
    assert "8, from 301 BCE on: Alpha2020" in [mark.name for mark in marks(scale)]


def test_a_misprint_is_left_off_the_scale(make: MakeDrawn) -> None:
    odd = {**answers("2104")[0], "id": "alpha2020-odd", "status": "misprint", "remark": "2014."}
    dossier = make(questions=[DATES], claims=[*answers("2013", "2015"), odd])
    assert len(list(marks(dossier.pictures("questions/when/")[0]))) == 2


def test_numbers_show_their_bounds_and_periods(make: MakeDrawn) -> None:
    question = {**DATES, "type": "number"}
    claims = [
        {"id": "alpha2020-a", "answers": [{"question": "when", "value": "865"}]},
        {
            "id": "alpha2020-b",
            "answers": [{"question": "when", "value": "1,500", "bound": "about", "period": "2011/.."}],
        },
    ]
    (scale, _) = make(questions=[question], claims=claims).pictures("questions/when/")
    assert [mark.name for mark in marks(scale)] == [
        "865: Alpha2020",
        "about 1,500, from 2011 on: Alpha2020",
    ]
    assert "counted over" in scale
    assert "when-uncertain" in scale


def test_the_overview_groups_questions_by_how_the_answers_stand(make: MakeDrawn) -> None:
    agree = {"id": "agreed"}
    claims = [
        *answers("2013", "2015"),
        {"id": "alpha2020-c", "answers": [{"question": "agreed", "value": "2001"}]},
        {"id": "beta2020-c", "source": "beta2020", "answers": [{"question": "agreed", "value": "2001-02"}]},
    ]
    overview = make(questions=[agree, DATES], claims=claims).pictures("questions/")[0]
    words = [text.text for text in parse(overview).iter() if text.get("class") == "lane"]
    assert words == ["Sources contradict each other: 1", "Sources agree: 1"]
    assert [mark.name for mark in marks(overview)] == [
        "What of when? Sources contradict each other; 2 answers",
        "What of agreed? Sources agree; 2 answers",
    ]


@pytest.mark.parametrize(
    ("claims", "origins"),
    [
        ([{}], 1),
        ([{}, {}], 1),
        ([{}, {"source": "beta2020"}], 2),
        ([{"via": ["almanac"]}, {"source": "beta2020", "via": ["almanac, p. 3"]}], 1),
        ([{"speaker": ["minister"]}, {"source": "beta2020", "speaker": ["minister"]}], 1),
        ([{}, {"source": "beta2020", "via": ["alpha2020"]}], 1),
        ([{"via": ["a"]}, {"via": ["b"]}, {"via": ["a", "b"]}], 1),
        ([{"via": ["a"]}, {"via": ["b"], "source": "beta2020"}], 2),
    ],
)
def test_answers_that_share_a_work_or_a_speaker_have_one_origin(
    claims: list[dict[str, object]], origins: int
) -> None:
    found: list[Claim] = []
    for number, claim in enumerate(claims):
        source = claim.get("source", "alpha2020")
        corpus = build_corpus(claims=[{"id": f"{source}-{number}", **claim}])
        found += corpus.claims.values()
    assert count_origins(found) == origins
