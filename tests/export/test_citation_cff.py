"""The file that says how to cite the site is valid by the schema that its format publishes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from dossier.export.citation_cff import citation_cff
from dossier.model.configuration import Citing, Configuration, Site
from dossier.model.work import Name
from tests.export.invented import invented

SITES = {
    "whole": Configuration(
        site=Site("Lights: “of” Orsay", "https://example.org/x/", "What it is; \\ “in” short."),
        citing=Citing(
            authors=(Name("Doe", "Jane"), Name("Lights & Sons", corporate=True)), publisher="Press"
        ),
    ),
    "bare": Configuration(site=Site("Lights")),
    "nameless": Configuration(),
}


def read(configuration: Configuration) -> dict[str, Any]:
    public, _ = invented()
    exported = citation_cff(replace(public, corpus=replace(public.corpus, configuration=configuration)))
    found = yaml.load(exported.file.content, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts alone
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("name", SITES)
def test_it_is_valid(root: Path, name: str) -> None:
    schema = json.loads((root / "tests/schemas/cff-1.2.0.json").read_text("utf-8"))
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(read(SITES[name]))] == []


def test_it_says_what_is_known_of_the_site() -> None:
    found = read(SITES["whole"])
    assert found["title"] == "Lights: “of” Orsay"
    assert found["abstract"] == "What it is; \\ “in” short."
    assert found["authors"] == [{"family-names": "Doe", "given-names": "Jane"}, {"name": "Lights & Sons"}]
    assert found["url"] == "https://example.org/x/"


def test_a_site_without_address_and_authors_is_its_own_author() -> None:
    found = read(SITES["bare"])
    assert found["authors"] == [{"name": "Lights"}]
    assert "url" not in found
