"""What JSON-LD says, worked out with the contexts that come with the package and no network."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from pyld import jsonld

from dossier.leaves.contexts import CONTEXTS, JsonLdContext


def flattened(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Its nodes by their ids, those without one as blank nodes."""
    nodes = jsonld.flatten(document, None, {"documentLoader": _shipped})
    return {node["@id"]: node for node in nodes}


def names(document: object) -> set[str]:
    """The names of all fields in it."""
    if isinstance(document, dict):
        return document.keys() | names(list(document.values()))
    return {name for item in document for name in names(item)} if isinstance(document, list) else set()


def terms(context: JsonLdContext) -> set[str]:
    """The words that a context defines."""
    return set(_read(context.file)["@context"])


def _read(file: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files("dossier.export").joinpath("contexts", file).read_bytes())
    return read


def _shipped(address: str, _: object) -> dict[str, Any]:
    file = {context.address: context.file for context in CONTEXTS}[address]
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": _read(file),
    }
