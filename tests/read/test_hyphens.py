"""What a line end inside a word or range reads as: cases as data."""

from __future__ import annotations

import pytest

from dossier.leaves.language.languages import language_of
from dossier.read.hyphens import TextWords, judge_line_end, learn_words

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
    ("mother-", "in-law", "mother-in-law"),
    ("mother-in-", "law", "mother-in-law"),
    ("day-to-", "day", "day-to-day"),
    ("e-", "mail", "e-mail"),
    ("twenty-", "one", "twenty-one"),
    ("decision-", "making", "decision-making"),
    ("cor-", "related", "correlated"),
    ("state-", "owned", "state-owned"),
    ("ex-", "minister", "ex-minister"),
    ("ex-", "ample", "example"),
    ("follow-", "up", "follow-up"),
    ("by-", "law", "by-law"),
    ("Al-", "Qaeda", "Al-Qaeda"),
    ("al-", "qaida", "al-qaida"),
    ("al-", "though", "although"),
    ("one-", "dimensional", "one-dimensional"),
    ("counter-", "parts", "counterparts"),
    ("under-", "stand", "understand"),
    ("inter-", "est", "interest"),
    ("GOVERN-", "MENT", "GOVERNMENT"),
    ("US-", "UK", "US-UK"),
    ("plain", "words", "plain words"),
]


def read_joint(line: str, following: str, known: TextWords) -> str:
    """The two lines as they read."""
    joint = judge_line_end(line, following, known)
    between = {"lifted": "", "kept": line[-1]}.get(joint.value)
    return line + joint.value + following if between is None else line[:-1] + between + following


@pytest.mark.parametrize(("line", "following", "reads"), CASES)
def test_a_line_end_reads_as_in_print(line: str, following: str, reads: str) -> None:
    assert read_joint(line, following, KNOWN) == reads


FRENCH = learn_words(
    ["Le sous-préfet et la non-violence; il dit tout, peut et veut."], language_of("fr").reading
)
FRENCH_CASES = [
    ("peut-", "être", "peut-être"),
    ("est-", "il", "est-il"),
    ("a-", "t-elle", "a-t-elle"),
    ("a-t-", "elle", "a-t-elle"),
    ("vis-à-", "vis", "vis-à-vis"),
    ("vis-", "à-vis", "vis-à-vis"),
    ("c’est-à-", "dire", "c’est-à-dire"),
    ("c’est-", "à-dire", "c’est-à-dire"),
    ("ceux-", "là", "ceux-là"),
    ("voi-", "là", "voilà"),
    ("ce-", "lui", "celui"),
    ("elles-", "mêmes", "elles-mêmes"),
    ("là-", "dessus", "là-dessus"),
    ("ci-", "joint", "ci-joint"),
    ("au-", "dessous", "au-dessous"),
    ("au-", "teur", "auteur"),
    ("rendez-", "vous", "rendez-vous"),
    ("prenez-", "les", "prenez-les"),
    ("dix-", "huit", "dix-huit"),
    ("dix-", "ième", "dixième"),
    ("sous-", "marin", "sous-marin"),
    ("sous-", "crire", "souscrire"),
    ("contre-", "attaque", "contre-attaque"),
    ("contre-", "bande", "contrebande"),
    ("non-", "étatique", "non-étatique"),
    ("non-", "obstant", "nonobstant"),
    ("avant-", "hier", "avant-hier"),
    ("avan-", "tage", "avantage"),
    ("porte-", "parole", "porte-parole"),
    ("porte-", "feuille", "portefeuille"),
    ("main-", "d’œuvre", "main-d’œuvre"),
    ("aujour-", "d’hui", "aujourd’hui"),
    ("États-", "Unis", "États-Unis"),
    ("franco-", "marocain", "franco-marocain"),
    ("gouver-", "nement", "gouvernement"),
    ("condi-", "tion", "condition"),
]


@pytest.mark.parametrize(("line", "following", "reads"), FRENCH_CASES)
def test_a_french_line_end_reads_as_in_print(line: str, following: str, reads: str) -> None:
    assert read_joint(line, following, FRENCH) == reads
