"""`suggest`: the worklist. Sentences that look checkable and that no claim covers, each as a claim to paste.

Which sentences those are is left to `analyze`, which measures coverage by the same code.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from dossier.commands.example import example
from dossier.commands.proposals import Proposer
from dossier.commands.stub import WIDTH, stub
from dossier.commands.unread import refuse_unread
from dossier.leaves import nearest
from dossier.leaves.language.languages import language_of
from dossier.leaves.language.needs import less_sure
from dossier.leaves.numbers import counted
from dossier.leaves.program import command
from dossier.model.analysis import Coverage, Sentence, Signal, Treatment
from dossier.model.corpus import Corpus
from dossier.model.evidence import Span
from dossier.model.ids import SourceKey
from dossier.model.lines import Lines
from dossier.model.place import Place
from dossier.model.problem import Problems
from dossier.model.reading import ReadingText
from dossier.model.usage_error import UsageError
from dossier.pipeline import check
from dossier.verify import Hit, hits_at

IN_WORDS = {
    Signal.DATE: "a date",
    Signal.FIGURE: "a figure",
    Signal.ENTITY: "names",
    Signal.JUDGMENT: "a judgment, an attribution or a comparison",
}
_WAIVED_WORDS = 8
_WAIVE = "# or, in sources/{key}/source.yml, if it rightly gets no claim:"


@click.command(epilog=example("suggest doe2020 --limit 5"))
@click.argument("key", required=False)
@click.option(
    "--limit",
    default=None,
    type=click.IntRange(min=1),
    help="Show no more sentences than this; all unless given.",
)
@click.pass_obj
def suggest(root: Path, key: str | None, limit: int | None) -> None:
    """List the sentences that look checkable and that no claim quotes, each as a claim to paste into claims.yml.

    Sentences of body and notes are looked at that have a date, a figure, the name of an entity, or a word that
    attributes, hedges, compares or judges. One that rightly gets no claim is waived in source.yml, with a reason.
    """
    unheard = Problems()  # `check` shows them; here a text that can be read is enough
    checked = check(root, unheard)
    corpus, readings = checked.corpus, checked.readings
    refuse_unread(corpus, unheard)
    if key is not None and key not in corpus.sources:
        help_ = nearest.suggest(key, corpus.sources) or f"there are: {', '.join(corpus.sources) or 'none'}"
        raise UsageError(f"there is no source `{key}`; {help_}")
    if key is not None and key not in readings:
        raise UsageError(f"the text of `{key}` cannot be read; `{command('check')}` says why")
    chosen = {source: found for source, found in checked.analysis.coverage.items() if key in {None, source}}

    left = sum(len(found.treated(Treatment.OPEN)) for found in chosen.values())
    shown = 0
    proposer = Proposer(corpus)
    for source, found in chosen.items():
        open_ones = found.treated(Treatment.OPEN)[: None if limit is None else limit - shown]
        shown += len(open_ones)
        for entry in _entries(corpus, readings[source], open_ones, proposer):
            click.echo(entry)
    if left > shown:
        click.echo(f"# {counted(left - shown, 'more sentence')}; see them with --limit {left}", err=True)
    if key is None and (unread := sorted(set(corpus.sources) - set(readings))):
        click.echo(f"# not looked in: {', '.join(unread)}; `{command('check')}` says why", err=True)
    if unsure := [source for source in chosen if less_sure(language_of(corpus.sources[source].language))]:
        click.echo(
            f"# word lists are missing for the language of {', '.join(unsure)}: look for more", err=True
        )
    click.echo(summary(chosen))


def summary(coverage: Mapping[SourceKey, Coverage]) -> str:
    """How many sentences were looked at, and what became of them, in one line."""
    total = sum(len(found.sentences) for found in coverage.values())
    counts = {
        treatment: sum(len(found.treated(treatment)) for found in coverage.values())
        for treatment in Treatment
    }
    share = 100 * counts[Treatment.WAIVED] / total if total else 0
    return (
        f"{counted(total, 'sentence')} looked at in {counted(len(coverage), 'source')}: "
        f"{counts[Treatment.CLAIMED]} covered, {counts[Treatment.WAIVED]} waived ({share:.1f} %), "
        f"{counts[Treatment.OPEN]} open"
    )


def _entries(
    corpus: Corpus, reading: ReadingText, sentences: tuple[Sentence, ...], proposer: Proposer
) -> Iterator[str]:
    """Each sentence as a claim to paste, with its place and signals, and a waiver as the other way out."""
    spans = [Span(one.block, one.start, one.end) for one in sentences]
    for one, hit in zip(sentences, hits_at(corpus, reading, spans), strict=True):
        where = _place(corpus.texts[reading.source], hit)
        why = ", ".join(IN_WORDS[signal] for signal in one.signals)
        yield stub(hit, proposer.propose(hit.anchor), f"{where} · {why}") + "\n".join(_waiver(hit)) + "\n"


def _place(text: str, hit: Hit) -> Place:
    """Line and column at which the sentence begins in the supplied text."""
    start = hit.anchor.pieces[0][0]
    return Place(f"sources/{hit.anchor.source}/text.txt", *Lines(text).position(start))


def _waiver(hit: Hit) -> list[str]:
    """A waiver as comments, with the first words of the sentence."""
    words = " ".join(hit.anchor.exact.split()[:_WAIVED_WORDS])
    wrapped = textwrap.wrap(
        words, WIDTH, initial_indent="#       ", subsequent_indent="#       ", break_on_hyphens=False
    )
    return [
        _WAIVE.format(key=hit.anchor.source),
        "# waive:",
        "#   - words: >-",
        *wrapped,
        '#     why: ""',
    ]
