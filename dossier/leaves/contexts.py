"""The JSON-LD contexts that our files name, unchanged from their publishers: with them, no network is needed.

They are in `dossier/export/contexts/`, and published beside the files; the page of licenses lists them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JsonLdContext:
    """A context: the `address` by which files name it, its file, and where that is from under which license."""

    address: str
    file: str
    publisher: str
    origin: str
    license: str
    license_address: str


ANNOTATIONS = JsonLdContext(
    "http://www.w3.org/ns/anno.jsonld",
    "anno.jsonld",
    "the World Wide Web Consortium",
    "https://github.com/w3c/web-annotation/blob/gh-pages/jsonld/anno.jsonld",
    "W3C Document License",
    "https://www.w3.org/copyright/document-license/",
)
SCHEMA_ORG = JsonLdContext(
    "https://schema.org",
    "schemaorgcontext.jsonld",
    "schema.org (release 30.0)",
    "https://github.com/schemaorg/schemaorg/blob/main/data/releases/30.0/schemaorgcontext.jsonld",
    "Apache License 2.0",
    "https://www.apache.org/licenses/LICENSE-2.0",
)
CONTEXTS = (ANNOTATIONS, SCHEMA_ORG)
