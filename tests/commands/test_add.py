"""`add`: what a document becomes, what is told of it, and what is refused."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier import pipeline
from dossier.cli import main
from dossier.commands.yaml_layout import laid_out
from dossier.model.ids import SourceKey
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError
from dossier.read import read
from tests.documents.pdf_writer import Set, Sheet, article, pdf

KEY = SourceKey("doe2020")
WORDS = "The lamp was lit in the spring of 1901, and the keeper wrote it into his book with great care.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("add") / "site"
    made = CliRunner().invoke(main, ["new", str(folder), "--bare"])
    assert made.exit_code == 0, made.output
    return folder


@pytest.fixture
def project(site: Path, tmp_path: Path) -> Path:
    return shutil.copytree(site, tmp_path / "site")


def add(project: Path, name: str, content: bytes, *options: str, key: str = KEY) -> Result:
    document = project.parent / name
    document.write_bytes(content)
    result = CliRunner().invoke(main, ["--root", str(project), "add", key, str(document), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def problems_of(project: Path) -> list[str]:
    problems = Problems()
    pipeline.check(project, problems)
    return [f"{problem.place} {problem.code}" for problem in problems]


def source_file(project: Path, name: str) -> str:
    return (project / "sources" / KEY / name).read_bytes().decode()


def everything(project: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(project.rglob("*")) if path.is_file()}


def found(project: Path, words: str) -> bool:
    result = CliRunner().invoke(main, ["--root", str(project), "find", words, "--source", KEY])
    return result.exit_code == 0


def test_a_text_becomes_a_source_without_a_problem(project: Path) -> None:
    said = add(project, "diary.txt", WORDS.encode())
    assert said.exit_code == 0, said.output
    assert problems_of(project) == []
    assert source_file(project, "text.txt") == source_file(project, "original.txt") == WORDS
    assert "sources/doe2020 holds the text of diary.txt (95 characters, English" in said.output
    assert (
        "citations.bib: `doe2020` is drafted; not stated in the file: author and title and date"
        in said.output
    )


def test_its_files_are_laid_out_as_fmt_would(project: Path) -> None:
    sheets, _ = article()
    add(project, "paper.pdf", pdf(sheets, bookmarks=[("The station", 0)]))
    for name in ("source.yml", "claims.yml"):
        assert laid_out(source_file(project, name)) == source_file(project, name)


def test_the_document_is_kept_and_pinned(project: Path) -> None:
    sheets, _ = article()
    content = pdf(sheets)
    add(project, "paper.pdf", content)
    assert (project / "sources" / KEY / "original.pdf").read_bytes() == content
    assert f"sha256: {hashlib.sha256(content).hexdigest()}" in source_file(project, "source.yml")
    (project / "sources" / KEY / "original.pdf").write_bytes(content + b" ")
    assert [line.split()[1] for line in problems_of(project)] == ["original-changed"]


def test_a_pdf_keeps_its_pages_notes_and_headings(project: Path) -> None:
    sheets, sentences = article()
    content = pdf(
        sheets, bookmarks=[("The station", 0), ("The keepers", 1), ("The wreck", 2)], title="On lights"
    )
    said = add(project, "paper.pdf", content)
    assert problems_of(project) == []
    assert "pages 1–3 of the PDF are printed 179–181; if not, change `pages.first`" in said.output
    assert "“On lights”" in said.output
    text = source_file(project, "text.txt")
    assert text.count("\f") == 2
    assert 'pages:\n  first: "179"\n' in source_file(project, "source.yml")
    problems = Problems()
    checked = pipeline.check(project, problems)
    reading = read(checked.corpus, problems)[KEY]
    assert [block.text for block in reading.blocks if block.kind.value == "heading"] == [
        "The station",
        "The keepers",
        "The wreck",
    ]
    assert [note.label for note in reading.notes] == ["1", "2", "3"]
    assert all(note.referenced for note in reading.notes)
    body = "\n".join(block.text for block in reading.blocks if block.where.value != "caption")
    assert [sentence for sentence in sentences if sentence not in body] == []
    assert "Journal of Lights" not in body
    pages = checked.corpus.sources[KEY].pages_of(text)
    for sentence in sentences:
        if sentence.startswith("On page"):
            words = sentence.split()
            at = text.index(" ".join(words[:7]).split(" tells")[0][:24])
            page = pages.at(at)
            assert page is not None
            assert page.number == int(words[2])


def test_the_labels_that_a_pdf_has_are_its_page_numbers(project: Path) -> None:
    sheets, _ = article()
    add(project, "paper.pdf", pdf(sheets, labels=("T-", 1)))
    assert 'labels: ["T-1", "T-2", "T-3"]' in source_file(project, "source.yml")
    assert problems_of(project) == []


def test_a_hyphen_at_the_end_of_a_line_joins_its_word(project: Path) -> None:
    lines = [
        Set("The keepers were much con-", 70, 700),
        Set("cerned about the lamp and the winter.", 70, 686),
    ]
    filler = [Set(WORDS.strip(), 70, 650 - 14 * row) for row in range(4)]
    add(project, "paper.pdf", pdf([Sheet([*lines, *filler])]))
    assert found(project, "were much concerned about the lamp")


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("windows-1252", "read as windows-1252 (à, Sécurité, peut-être"[:22]),
        ("utf-16", ""),
        ("utf-8-sig", ""),
        ("utf-16-le", "read as UTF-16LE"),
    ],
)
def test_a_text_in_another_encoding_is_never_decoded_silently(
    project: Path, encoding: str, said: str
) -> None:
    words = "La Sécurité fut peut-être créée à l’été de 1901, selon le gardien.\n" * 3
    result = add(project, "texte.txt", words.encode(encoding))
    assert source_file(project, "text.txt") == words
    assert said in result.output
    assert ("use --encoding" in result.output) is bool(said)
    assert "language: fr" in source_file(project, "source.yml")
    assert problems_of(project) == []


def test_the_encoding_can_be_named(project: Path) -> None:
    words = "Сторож зажёг лампу весной 1901 года, и записал это в книгу.\n" * 4
    result = add(project, "text.txt", words.encode("koi8-r"), "--encoding", "koi8-r")
    assert "--encoding" not in result.output
    assert source_file(project, "text.txt") == words


def test_a_key_that_is_there_gets_no_second_entry(project: Path) -> None:
    bibliography = project / "citations.bib"
    bibliography.write_text("@book{doe2020,\n  title = {A diary},\n  date = {1901},\n}\n", "utf-8")
    before = bibliography.read_bytes()
    assert "citations.bib" not in add(project, "diary.txt", WORDS.encode()).output
    assert bibliography.read_bytes() == before


def scan() -> bytes:
    return pdf([Sheet([Set("3", 70, 700)]), Sheet([])])


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (
            "scan.pdf",
            scan(),
            "this PDF is a scan: 2 pages, 0 letters. Recognize its text first, with OCRmyPDF",
        ),
        (
            "secret.pdf",
            pdf(article()[0], password="x"),
            "this PDF asks for a password; save a copy without one",
        ),
        ("cut.pdf", pdf(article()[0])[:300], "this PDF is broken"),
        ("junk.zip", b"PK\3\4" + bytes(range(256)), "junk.zip is broken"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "save it as .docx"),
        ("page.rtf", b"{\\rtf1 Words}", "save it as .docx"),
        ("photo.png", b"\x89PNG\r\n\x1a\n" + b"x" * 99, "is a picture; recognize its text first"),
        ("data.bin", bytes(range(256)) * 9, "is no text and no document"),
        ("empty.txt", b" \n", "empty.txt is empty"),
        ("signs.txt", b"12 34\n", "there is no text in signs.txt"),
        ("page.html", b"<html><body><nav>Home</nav></body></html>", "no article was found"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_written(
    project: Path, name: str, content: bytes, says: str
) -> None:
    before = everything(project)
    result = add(project, name, content)
    assert (result.exit_code, says in result.output) == (2, True), result.output
    assert everything(project) == before


@pytest.mark.parametrize(
    ("key", "says"),
    [
        (
            "Doe 2020",
            "`Doe 2020` can't be the key of a source: small letters, digits and hyphens make one; write `doe-2020`",
        ),
        ("index", "`index` can't be the key"),
        ("nul", "`nul` can't be the key"),
    ],
)
def test_a_key_that_is_none_is_refused(project: Path, key: str, says: str) -> None:
    result = add(project, "a.txt", WORDS.encode(), key=key)
    assert (result.exit_code, says in result.output) == (2, True), result.output


def test_nothing_is_overwritten(project: Path) -> None:
    add(project, "diary.txt", WORDS.encode())
    before = everything(project)
    result = add(project, "diary.txt", b"Other words of the keeper.\n")
    assert result.exit_code == 2
    assert "sources/doe2020 is there already; `dossier add doe2020 FILE --again` shows" in result.output
    assert everything(project) == before


def test_where_the_bibliography_cannot_be_written_nothing_is(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(root: Path, changes: object) -> None:
        raise UsageError("No space left on device")

    monkeypatch.setattr("dossier.commands.add.write", full)
    before = everything(project)
    result = add(project, "diary.txt", WORDS.encode())
    assert (result.exit_code, "nothing was written" in result.output) == (2, True)
    assert everything(project) == before


def test_again_shows_what_a_document_would_change_and_writes_it_only_when_told(project: Path) -> None:
    add(project, "diary.txt", WORDS.encode())
    assert "Nothing would change" in add(project, "diary.txt", WORDS.encode(), "--again").output
    before = everything(project)
    newer = WORDS.replace("spring", "summer").encode()
    shown = add(project, "diary.txt", newer, "--again")
    assert "+The lamp was lit in the summer of 1901" in shown.output
    assert "Nothing was written; --yes writes it." in shown.output
    assert everything(project) == before
    add(project, "diary.txt", newer, "--again", "--yes")
    assert "summer" in source_file(project, "text.txt")
    assert (project / "sources" / KEY / "original.txt").read_bytes() == newer
    assert problems_of(project) == []


def test_again_needs_a_source(project: Path) -> None:
    result = add(project, "diary.txt", WORDS.encode(), "--again")
    assert (result.exit_code, "there is no source `doe2020`" in result.output) == (2, True)


def test_without_the_extra_the_command_says_what_to_install(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dossier.documents.find_spec", lambda name: None if name == "pypdfium2" else name)
    result = add(project, "diary.txt", WORDS.encode())
    assert result.exit_code == 2
    assert (
        'pypdfium2, which is not installed here; install it: `python -m pip install "dossier-notes[import]"`'
        in result.output
    )


def test_the_same_document_gives_the_same_bytes(project: Path) -> None:
    sheets, _ = article()
    add(project, "paper.pdf", pdf(sheets))
    one = source_file(project, "text.txt"), source_file(project, "source.yml")
    shutil.rmtree(project / "sources" / KEY)
    add(project, "paper.pdf", pdf(sheets))
    assert (source_file(project, "text.txt"), source_file(project, "source.yml")) == one
