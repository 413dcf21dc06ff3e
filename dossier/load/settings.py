"""The settings in mkdocs.yml and the files that it inherits from, as nodes with their places.

What they mean is left to `mkdocs_yml` and `citing`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.load.files import File, read_file
from dossier.load.lists import add_syntax
from dossier.load.nodes import Flaw, ListNode, MappingNode, Node, NotYaml, Scalar, parse_nodes
from dossier.model.place import Place
from dossier.model.problem import Problems


@dataclass(frozen=True, slots=True)
class Setting:
    """A node with the file that it is in."""

    file: File
    node: Node

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.file.place(self.node.start)

    def find(self, *path: str) -> Node | None:
        """The node that the names of fields lead to."""
        node: Node | None = self.node
        for name in path:
            pairs = node.pairs if isinstance(node, MappingNode) else ()
            node = next((value for key, value in pairs if isinstance(key, Scalar) and key.text == name), None)
        return node

    @property
    def text(self) -> str | None:
        """The text that it is; of `!ENV [NAME, text]` the first variable that is set, else the text, as MkDocs reads
        it; none where it is no text.
        """
        match self.node:
            case Scalar(text=text, flaw=None):
                return text
            case Scalar(text=name, flaw=Flaw.TAG):
                return os.environ.get(name)
            case ListNode(items=items, flaw=Flaw.TAG) if items:
                *names, last = (item.text for item in items if isinstance(item, Scalar))
                return next((os.environ[name] for name in names if name in os.environ), last)
        return None


def read_settings(root: Path, name: str, problems: Problems) -> tuple[Setting, ...]:
    """A file of settings, then the one that it inherits from, as often as that is so; none where it is not YAML."""
    return tuple(_read(root, name, problems))


def _read(root: Path, name: str, problems: Problems) -> Iterator[Setting]:
    read: set[str] = set()
    while name not in read and (root / name).exists() and (file := read_file(root, name, problems)):
        read.add(name)
        nodes = parse_nodes(file.text)
        if isinstance(nodes, NotYaml):
            add_syntax(file, nodes, problems)
            return
        setting = Setting(file, nodes[0] if nodes else Scalar(0, 0, ""))
        yield setting
        parent = setting.find("INHERIT")
        name = parent.text if isinstance(parent, Scalar) else name


def find_setting(settings: tuple[Setting, ...], *path: str) -> Setting | None:
    """The first setting of that name."""
    found = ((setting.file, setting.find(*path)) for setting in settings)
    return next((Setting(file, node) for file, node in found if node is not None), None)


def texts_in(setting: Setting | None) -> Iterator[str]:
    """All texts in a setting, but the names of fields."""
    match setting and setting.node:
        case Scalar(text=text):
            yield text
        case ListNode(items=items) if setting:
            for item in items:
                yield from texts_in(Setting(setting.file, item))
        case MappingNode(pairs=pairs) if setting:
            for _, value in pairs:
                yield from texts_in(Setting(setting.file, value))
