"""What a line end inside a word or range reads as: cases as data."""

from __future__ import annotations

import pytest

from dossier.leaves.language.languages import language_of
from dossier.read.hyphens import judge_line_end, learn_words

KNOWN = learn_words(
    [
        "A counter-proposal to counter fog; the secretary-general and the sous-préfet, English-speaking crews,",
        "a longer-term plan, peacekeeping, UNESCO, and a secretary under the bridge. Keep-",
        "ing with the times, they speak of anti-missile lamps and two-man crews.",
    ],
    language_of("en").reading,
)
CASES = [
    ("the pro-", "motion of", "the promotion of"),
    ("peace-", "keeping", "peacekeeping"),
    ("anti-terror-", "ism tasks", "anti-terrorism tasks"),
    ("women—morchi-", "date—who", "women—morchidate—who"),
    ("coun-", "try’s", "country’s"),
    ("the uNE-", "SCO, thanks", "the uNESCO, thanks"),
    ("Moham-", "med", "Mohammed"),
    ("with-", "draw", "withdraw"),
    ("Darija-", "speaking", "Darija-speaking"),
    ("counter-", "radicalization", "counter-radicalization"),
    ("counter-", "Saharan", "counter-Saharan"),
    ("post-", "blast", "post-blast"),
    ("post-", "poned", "postponed"),
    ("non-", "sense", "nonsense"),
    ("under-", "secretary", "under-secretary"),
    ("under-", "standing", "understanding"),
    ("sous-", "préfets", "sous-préfets"),
    ("long-", "term", "long-term"),
    ("long-", "ing", "longing"),
    ("six-", "teen", "sixteen"),
    ("six-", "member", "six-member"),
    ("two-", "and three-man", "two- and three-man"),
    ("short-", "to long-term", "short- to long-term"),
    ("err-", "and", "errand"),
    ("2005–", "2016.", "2005–2016."),
    ("1950-", "51", "1950-51"),
    ("COVID-", "19", "COVID-19"),
    ("Islamic State–", "linked", "Islamic State–linked"),
    ("sand wall—", "in the", "sand wall—in the"),
    ("an answer –", "or none", "an answer – or none"),
    ("http://www.alhurra.", "com/a/b.html.", "http://www.alhurra.com/a/b.html."),
    ("see www.arrabita.ma and", "www.arrabitacademy.ma", "see www.arrabita.ma and www.arrabitacademy.ma"),
    ("see http://a.org/x.", "The board", "see http://a.org/x. The board"),
    ("see http://a.org/x-", "y/z", "see http://a.org/x-y/z"),
    ("con\xad", "tested", "contested"),
    ("灯を", "消す", "灯を消す"),
    ("plain", "words", "plain words"),
]


@pytest.mark.parametrize(("line", "following", "reads"), CASES)
def test_a_line_end_reads_as_in_print(line: str, following: str, reads: str) -> None:
    joint = judge_line_end(line, following, KNOWN)
    between = {"lifted": "", "kept": line[-1]}.get(joint.value)
    found = line + joint.value + following if between is None else line[:-1] + between + following
    assert found == reads
