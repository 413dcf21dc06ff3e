"""Any subject: each of four invented ones checks clean and becomes a site that speaks of nothing else."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from dossier.leaves import look
from dossier.link.addresses import addresses
from dossier.load import vocabulary
from dossier.model.checked import Checked
from dossier.model.corpus import Corpus
from dossier.model.problem import Problems
from dossier.pipeline import check, make_files
from tests.sites import build

FOLDER = Path(__file__).parent / "subjects"
SUBJECTS = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
OF_OTHERS = re.compile(r"\b(programs?|partners?|cooperation|moroc\w*|armed|raids?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Made:
    """What was checked, and the pages and files that it becomes, by path."""

    checked: Checked
    files: dict[str, str]


CONTEXTS = "data/contexts/"
"""Where the words of a format are kept as its own body publishes them."""


def made_of(folder: Path) -> Made:
    problems = Problems()
    checked = check(folder, problems)
    assert [f"{problem.place} {problem.message}" for problem in problems] == []
    ours = (file for file in make_files(checked, None) if not file.path.startswith(CONTEXTS))
    texts = (file for file in ours if not file.path.endswith(".png"))
    files = {file.path: file.content.decode(errors="replace") for file in texts}
    return Made(checked, files)


@pytest.fixture(scope="module", params=SUBJECTS)
def made(request: pytest.FixtureRequest) -> Made:
    return made_of(FOLDER / request.param)


@pytest.fixture(scope="module")
def lighthouses() -> Made:
    return made_of(FOLDER / "lighthouses")


@pytest.fixture(scope="module")
def neutral() -> Made:
    return made_of(FOLDER / "neutral")


def test_nothing_that_is_published_has_a_word_of_another_subject(made: Made) -> None:
    ours = {path: text for path, text in made.files.items() if not path.startswith("data/contexts/")}
    assert {path: words[0] for path, text in ours.items() if (words := OF_OTHERS.search(text))} == {}


def test_the_look_has_no_word_of_a_subject() -> None:
    files = {**look.assets(), **look.theme(), **{path: text.encode() for path, text in look.pages().items()}}
    del files["assets/card.png"]
    found = {path: words[0] for path, text in files.items() if (words := OF_OTHERS.search(text.decode()))}
    assert found == {}


def test_claims_are_explored_by_the_words_of_the_subject(made: Made) -> None:
    corpus = made.checked.corpus
    columns = next(text for path, text in made.files.items() if path.endswith("/claims.js"))
    facets = json.loads(columns.partition(",")[2].removesuffix(");\n"))["facets"]
    by_id = {id_: [name for _, name in values] for id_, _, _, values, _ in facets}
    for kind in corpus.vocabulary.kinds:
        concerned = {key for claim in corpus.claims.values() for key in claim.concerns}
        members = {e.name for e in corpus.entities.values() if kind in e.kinds and e.id in concerned}
        assert {*by_id.get(kind.id, ())} == members
    for qualifier in corpus.vocabulary.qualifiers:
        told = {state.name.casefold() for claim in corpus.claims.values() if (state := claim.told(qualifier))}
        assert {name.casefold() for name in by_id.get(qualifier.id, ())} == told


def test_every_kind_has_its_index_and_every_record_its_page(made: Made) -> None:
    corpus = made.checked.corpus
    for kind in corpus.vocabulary.kinds:
        page = made.files[f"{kind.address}index.md"]
        used = any(kind in entity.kinds for entity in corpus.entities.values())
        assert ("There is none yet." in page) is not used
    for entity in corpus.entities.values():
        assert f"{entity.address}index.md" in made.files


@pytest.mark.parametrize("page", ["index.md", "explore/index.md", "network/index.md", "coverage/index.md"])
def test_pages_do_not_lead_to_a_kind_that_nobody_uses(made: Made, page: str) -> None:
    corpus = made.checked.corpus
    for kind in corpus.vocabulary.kinds:
        if not any(kind in entity.kinds for entity in corpus.entities.values()):
            assert f'href="../{kind.address}"' not in made.files[page]
            assert not re.search(rf"\b{kind.names}\b", made.files[page])


def test_points_show_their_kind_by_shape_and_their_state_by_how_full_they_are(lighthouses: Made) -> None:
    page = lighthouses.files["map/index.md"]
    wide = page.partition("drawing--wide")[2].partition("drawing--narrow")[0]
    for words in ("lighthouses", "wrecks", "places", "lit", "given up"):
        assert f">{words}</text>" in wide
    points = re.findall(r'<path class="place([^"]*)" transform="[^"]*" d="([^"]*)"/></a>', wide)
    assert sorted(state for state, _ in points) == ["", "", " state-empty", " state-full"]
    assert len({shape for _, shape in points}) == 3


def test_a_map_is_made_only_where_something_can_lie_on_one(tmp_path: Path, neutral: Made) -> None:
    assert "Nothing in the records has a place on the map yet" in neutral.files["map/index.md"]
    assert "By place" not in neutral.files["index.md"]
    folder = shutil.copytree(FOLDER / "neutral", tmp_path / "notes")
    words = (Path(vocabulary.__file__).parent / "vocabulary.yml").read_text("utf-8")
    (folder / "sources/vocabulary.yml").write_text(words.replace("[point]", "[unlisted]"), "utf-8")
    without = made_of(folder)
    assert "map/index.md" not in without.files
    assert "map/" not in set(addresses(without.checked.corpus))
    assert not any('/map/"' in text for text in without.files.values())


def test_a_network_of_one_kind_is_drawn_with_arcs(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER / "money", tmp_path / "notes")
    path = folder / "sources/vocabulary.yml"
    path.write_text(
        path.read_text("utf-8").replace("network: [person, company]", "network: [company]"), "utf-8"
    )
    page = made_of(folder).files["network/index.md"]
    assert "Companies that claims name together." in page
    assert page.count('class="tie') == 2, "one tie, in the wide picture and in the narrow one"


HOSTILE = """
kinds:
  - id: model
    name: a <b>*model*</b> | `x`
    names: <i>models</i> [x](y)
    about: "<script>alert(1)</script> & {{ page }} [[x]] [@y]"
    traits: [main, point, moment]
    types: [{id: other, name: <u>other</u>, names: "**others**", traits: [outline]}]
  - {id: data-claim, plural: countries, name: نموذج, names: نماذج, about: عن, traits: [point], types: [{id: other, names: x}]}
relations:
  - {id: state, name: <u>is</u>, back: "# of"}
  - {id: model_fields, name: "1. fields", back: --- }
claims: [{id: other, name: <q>}, {id: other-two, name: <q>}]
sources: [{id: other, name: "| a | b |"}]
qualifiers:
  - id: told
    name: <b>state</b>
    phrase: "*any* <b>state</b>"
    of: [model]
    told_by: [other]
    states: [{id: a, name: <a>, sign: full}, {id: b, name: "{#b}", sign: empty}]
  - {id: model_copy, phrase: p, of: [data-claim], states: [{id: a, sign: full}, {id: b, sign: half}]}
"""


def test_words_are_text_wherever_they_appear_and_hide_nothing_in_the_program(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER / "neutral", tmp_path / "notes")
    shutil.rmtree(folder / "sources/index")
    (folder / "sources/index").mkdir()
    (folder / "sources/vocabulary.yml").write_text(HOSTILE, "utf-8")
    (folder / "sources/index/topics.yml").write_text("- {id: the-bridge, name: The bridge}\n", "utf-8")
    (folder / "sources/index/models.yml").write_text(
        "- {id: bridge-at-tol, name: Bridge, type: other, country: IE, also: [data-claim],"
        " state: [{id: tol, claims: [rain1950-opened]}], model_fields: [{id: tol, claims: [rain1950-opened]}]}\n"
        "- {id: road-board, name: R, type: other, country: FR}\n",
        "utf-8",
    )
    (folder / "sources/index/countries.yml").write_text(
        "".join(
            f"- {{id: {key}, name: {key}, type: other, lat: 5{n}, lon: {n}}}\n"
            for n, key in enumerate(("tol", "hanna-vey", "flood-of-1962"))
        ),
        "utf-8",
    )
    for key, kinds in (("rain1950", "told: b"), ("shaw1962", "model_copy: b")):
        record, claims = (folder / f"sources/{key}/{file}.yml" for file in ("source", "claims"))
        record.write_text(re.sub("kind: .*", "kind: other", record.read_text("utf-8")), "utf-8")
        typed = re.sub("kind: .*", f"kind: other\n  {kinds}", claims.read_text("utf-8"))
        claims.write_text(re.sub("  answers: .*\n", "", typed), "utf-8")
    files = made_of(folder).files
    for path, text in files.items():
        if path.endswith("index.md"):  # what MkDocs renders; the others are plain text for programs
            assert not re.search(r"<(script|b|i|u|q)>|\*\*others|^1\. fields", text, re.MULTILINE), path
            ids = re.findall(r"\{#([^ }]+)|\bid=\"([^\"]+)\"", text)
            assert len(ids) == len(set(ids)), path
    exported = {claim["id"]: claim for claim in json.loads(files["data/claims.json"])}
    assert exported["rain1950-opened"]["told"] == "b"
    assert exported["shaw1962-flood"]["told"] == "a"  # its kind tells of the usual state
    assert exported["rain1950-opened"]["model_copy"] is None


def nav(corpus: Corpus) -> list[object]:
    """The landing pages of a subject, as a site lists them."""
    pages = [address for address in sorted({*addresses(corpus)}) if address.count("/") == 1]
    return [{"Home": "index.md"}, *({address.strip("/").title(): f"{address}index.md"} for address in pages)]


@pytest.mark.slow
@pytest.mark.parametrize("name", SUBJECTS)
def test_a_subject_is_built_strictly_with_every_link_followed(root: Path, tmp_path: Path, name: str) -> None:
    project = shutil.copytree(FOLDER / name, tmp_path / "notes")
    shutil.copy2(root / "mkdocs.yml", project / "look.yml")
    corpus = check(project, Problems()).corpus
    settings = {"INHERIT": "look.yml", "site_name": name.title(), "nav": nav(corpus)}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    built = build(project, tmp_path / "site")
    assert built.code == 0, built.said
    assert "none broken" in built.said
