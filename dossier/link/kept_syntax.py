"""Keeps what Markdown was read as from run to run, in one file, for the extensions and the programs at work."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from pydantic import ConfigDict, TypeAdapter, ValidationError

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept, digest_of
from dossier.link.rendered import KNOWN_EXTENSIONS, Renderer
from dossier.link.syntax import Syntax, read_syntax

_NAME = "syntax.json"
_FILE = TypeAdapter(dict[str, Syntax], config=ConfigDict(extra="forbid"))  # a token is told by its fields


@dataclass(frozen=True, slots=True, eq=False)
class KeptSyntax:
    """Reads what was not read before; by the digest of each text."""

    renderer: Renderer
    kept: Kept
    key: str
    before: Mapping[str, Syntax]
    made: dict[str, Syntax] = field(default_factory=dict)

    @classmethod
    def of(cls, cache: Path, extensions: Collection[str], renderer: Renderer) -> Self | None:
        """With what the folder `cache` has; none where an extension may look at more than the text."""
        if not KNOWN_EXTENSIONS.issuperset(extensions):
            return None
        kept = Kept(cache)
        key = digest_of(programs_at_work().encode(), *(name.encode() for name in extensions))
        content, before = kept.find(_NAME, key), dict[str, Syntax]()
        with suppress(ValidationError):
            before = _FILE.validate_json(content) if content else {}
        return cls(renderer, kept, key, before)

    def read(self, markdown: str) -> Syntax:
        """As `read_syntax` does."""
        digest = digest_of(markdown.encode())
        self.made[digest] = self.before.get(digest) or read_syntax(markdown, self.renderer)
        return self.made[digest]

    def keep(self) -> None:
        """Keep what was read for the next run, if any of it is new; not to be able to costs only time."""
        if not self.made.keys() <= self.before.keys():
            with suppress(OSError):
                self.kept.keep(_NAME, self.key, _FILE.dump_json(self.made))
