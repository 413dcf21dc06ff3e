"""Keeps what the library made of Markdown from run to run, in one file, for the extensions and the programs at work."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from pydantic import TypeAdapter, ValidationError

from dossier.leaves.at_work import programs_at_work
from dossier.leaves.kept import Kept, digest_of
from dossier.link.rendered import KNOWN_EXTENSIONS, Rendered, Renderer, TextMark, with_marks

_NAME = "rendered.json"
_FILE = TypeAdapter(dict[str, Rendered])


@dataclass(frozen=True, slots=True, eq=False)
class KeptRenderer:
    """A renderer that is asked for what was not rendered before; by the digest of each text, with its marks."""

    renderer: Renderer
    kept: Kept
    key: str
    before: Mapping[str, Rendered]
    made: dict[str, Rendered] = field(default_factory=dict)

    @classmethod
    def of(cls, cache: Path, extensions: Collection[str], renderer: Renderer) -> Self | None:
        """With what the folder `cache` has; none where an extension may look at more than the text."""
        if not KNOWN_EXTENSIONS.issuperset(extensions):
            return None
        kept, key = (
            Kept(cache),
            digest_of(programs_at_work().encode(), *(name.encode() for name in extensions)),
        )
        content, before = kept.find(_NAME, key), dict[str, Rendered]()
        with suppress(ValidationError):
            before = _FILE.validate_json(content) if content else {}
        return cls(renderer, kept, key, before)

    def render(self, text: str, marks: Sequence[TextMark]) -> Rendered:
        """As the renderer does."""
        if self.renderer.is_plain(text):
            return self.renderer.render(text, marks)
        digest = digest_of(with_marks(text, marks).encode())
        self.made[digest] = self.before.get(digest) or self.renderer.render(text, marks)
        return self.made[digest]

    def keep(self) -> None:
        """Keep what was rendered for the next run, if any of it is new; not to be able to costs only time."""
        if not self.made.keys() <= self.before.keys():
            with suppress(OSError):
                self.kept.keep(_NAME, self.key, _FILE.dump_json(self.made))
