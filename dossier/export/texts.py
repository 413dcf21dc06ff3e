"""Texts for scripts and language models: sources as they read, claims, questions and notes, as plain Markdown.

They are made of records, by a macro each (to call one is faster than to fill a template), and have no markup of pages.
`llms.txt` says where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from dossier.leaves.address import FEED, page_of
from dossier.leaves.counts import with_counts
from dossier.model.exported import ExportedFile
from dossier.model.history import in_words
from dossier.model.kinds import RecordKind
from dossier.model.output import OutputFile
from dossier.model.public import Public

_STATUS = {"agree": "agree", "differ": "differ", "single": "come from one source"}


@cache
def templates() -> Environment:
    """Plain text: nothing of it is HTML, and nothing is escaped."""
    return Environment(
        loader=PackageLoader("dossier.export"),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def texts(public: Public, pattern: str) -> ExportedFile | None:
    """The files of Markdown of a pattern of `TEXTS`; none where there is no such record."""
    item, make = TEXTS[pattern]
    files = tuple(make(public))
    note = "Plain Markdown for scripts and language models; the JSON files have all that it leaves out."
    return (
        ExportedFile(files[0], item, len(files), note=note, pattern=pattern, others=files[1:])
        if files
        else None
    )


def _filled(public: Public, template: str, address: str, **values: object) -> OutputFile:
    write = templates().get_template(template).module.text  # type: ignore[attr-defined]
    text = write(site=public.corpus.configuration.site.url or "/", **values)
    return OutputFile.of_text(f"{address.strip('/')}.md", f"{text.strip()}\n")


def _sources(public: Public) -> Iterator[OutputFile]:
    for key, source in public.corpus.sources.items():
        blocks = public.readings[key].blocks if key in public.readings else ()
        where = page_of(RecordKind.SOURCE, key)
        title, publish = public.corpus.title(key), source.rights.publish
        yield _filled(public, "source.md", where, key=key, title=title, publish=publish, blocks=blocks)


def _claims(public: Public) -> Iterator[OutputFile]:
    for id_, claim in public.corpus.claims.items():
        yield _filled(
            public,
            "claim.md",
            page_of(RecordKind.CLAIM, id_),
            claim=claim,
            evidence=public.evidence[id_],
            title=public.corpus.title(claim.source),
            entities=public.corpus.entities,
        )


def _questions(public: Public) -> Iterator[OutputFile]:
    for id_, question in public.corpus.questions.items():
        result = public.analysis.questions[id_]
        yield _filled(
            public,
            "question.md",
            page_of(RecordKind.QUESTION, id_),
            question=question,
            status=_STATUS[result.status],
            positions=result.positions,
            claims=public.corpus.claims,
            said=lambda value: in_words(list(value) if isinstance(value, tuple) else value),
        )


def _notes(public: Public) -> Iterator[OutputFile]:
    counts = public.corpus.counts
    for path, note in public.corpus.pages.items():
        if note.is_note and path != "notes/index.md":
            body = with_counts(note.body, counts, lambda *_: None)
            yield _filled(public, "note.md", page_of(RecordKind.PAGE, path), note=note, body=body.strip())


def llms_txt(public: Public) -> ExportedFile:
    """`llms.txt`, as llmstxt.org proposes it: what the site is, and where its parts are as text."""
    corpus = public.corpus
    site = corpus.configuration.site
    base = site.url or "/"
    lines = [f"# {site.name or 'Untitled'}", ""]
    if site.description:
        lines += [f"> {site.description}", ""]
    lines += [
        "Each claim states what one source says, with the words that show it. Cite the source for what it says.",
        f"A page has its text at its address with `.md` in the place of the last slash: {base}claims/<id>.md.",
    ]
    named = (
        ("Sources", ((public.corpus.title(key), page_of(RecordKind.SOURCE, key)) for key in corpus.sources)),
        ("Questions", ((q.asks, page_of(RecordKind.QUESTION, id_)) for id_, q in corpus.questions.items())),
        (
            "Notes",
            (
                (page.title, page_of(RecordKind.PAGE, path))
                for path, page in corpus.pages.items()
                if page.is_note
            ),
        ),
    )
    for heading, links in named:
        listed = [f"- [{title}]({base}{address.strip('/')}.md)" for title, address in links]
        lines += ["", f"## {heading}", "", *listed] if listed else []
    lines += ["", "## Data", "", f"- [All claims]({base}data/claims.json)", f"- [All files]({base}data/)"]
    lines += [f"- [Changes]({base}{FEED})"]
    return ExportedFile(
        OutputFile.of_text("llms.txt", "\n".join(lines) + "\n"),
        "where the texts are",
        1,
        note="What language models are to read first; addresses begin at the site’s root where it has no lasting one.",
    )


TEXTS: Mapping[str, tuple[str, Callable[[Public], Iterable[OutputFile]]]] = {
    "sources/<key>.md": ("one source as it reads", _sources),
    "claims/<id>.md": ("one claim", _claims),
    "questions/<id>.md": ("one question with its answers", _questions),
    "notes/<slug>.md": ("one note", _notes),
}
"""How the files are called, what one of them is, and what makes them."""
