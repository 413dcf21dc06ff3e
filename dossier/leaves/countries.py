"""The countries of ISO 3166-1: their codes, and a point for those too small for a map of the world."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CountryCode:
    """A country's alpha-2 and numeric code; `point` is longitude and latitude in degrees."""

    alpha: str
    numeric: str
    point: tuple[float, float] | None


@cache
def country_codes() -> Mapping[str, CountryCode]:
    """All countries by their alpha-2 code."""
    text = files("dossier.leaves").joinpath("countries.tsv").read_text(encoding="utf-8")
    return {code.alpha: code for code in map(_parse, text.splitlines()[1:])}


def _parse(line: str) -> CountryCode:
    alpha, numeric, *place = line.split("\t")
    return CountryCode(alpha, numeric, (float(place[1]), float(place[0])) if place else None)
