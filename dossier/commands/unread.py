"""What a command says that needs records where none can be read. Reporting why is left to `check`."""

from __future__ import annotations

from dossier.leaves.program import command
from dossier.model.corpus import Corpus
from dossier.model.problem import Problems
from dossier.model.usage_error import UsageError


def refuse_unread(corpus: Corpus, problems: Problems) -> None:
    """Raise `UsageError` where problems, such as a broken vocabulary, left no source to look in."""
    if not corpus.sources and problems.errors:
        raise UsageError(f"no source can be read; `{command('check')}` says why")
