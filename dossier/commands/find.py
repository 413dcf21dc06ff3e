"""`find`: shows where words appear in the texts, each place as a claim to paste."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dossier.commands.example import example
from dossier.commands.proposals import Proposer
from dossier.commands.stub import SAME, stub
from dossier.commands.unread import refuse_unread
from dossier.leaves.program import command
from dossier.load import load
from dossier.model.ids import SourceKey
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError
from dossier.read import read
from dossier.verify import find_words

NOTHING = 1


@click.command(epilog=example('find "on 23 March 2013" --source doe2020'))
@click.argument("words")
@click.option("--source", "key", default=None, metavar="KEY", help="Look in this source only.")
@click.option(
    "--limit",
    default=10,
    show_default=True,
    type=click.IntRange(min=1),
    help="Show no more places than this.",
)
@click.pass_obj
def find(root: Path, words: str, key: str | None, limit: int) -> None:
    """Find words in the texts, and show each place as a claim to paste into claims.yml, which lacks its statement.

    Case, white space and the shapes of hyphens, dashes, ellipses and quotation marks do not count. Words that appear
    nowhere as they are typed are looked for as the search of the site does: without accents, vowels of Arabic and
    marks of thousands, dates and endings alike. Else the nearest passages are shown.
    """
    if not words.strip():
        raise click.UsageError('there are no words to find; for example: find "the rule of law"')
    unheard = Problems()  # `check` tells them; here a text that can be read is enough
    corpus = load(root, unheard)
    refuse_unread(corpus, unheard)
    readings = read(corpus, unheard)
    if key is not None:
        if key not in readings and (root / "sources" / key).is_dir():
            raise UsageError(f"the text of `{key}` cannot be read; `{command('check')}` says why")
        if key not in readings:
            raise UsageError(
                f"there is no text of a source `{key}`; there are: {', '.join(readings) or 'none'}"
            )
        readings = {SourceKey(key): readings[SourceKey(key)]}
    hits = find_words(corpus, readings, words)
    exact = bool(hits) and hits[0].similarity == SAME
    if not exact:
        click.echo("# These words were not found" + ("; the nearest passages:" if hits else "."), err=True)
    proposer = Proposer(corpus)
    click.echo("\n".join(stub(hit, proposer.propose(hit.anchor)) for hit in hits[:limit]), nl=bool(hits))
    if key is None and (unread := sorted(set(corpus.sources) - set(readings))):
        click.echo(f"# not looked in: {', '.join(unread)}; `{command('check')}` says why", err=True)
    if len(hits) > limit:
        click.echo(f"# {len(hits) - limit} more places; see them with --limit {len(hits)}", err=True)
    if not exact:
        sys.exit(NOTHING)
