"""Years at a glance, on the pages that lead into the timeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from dossier.draw.bars import Bar, draw_bars
from dossier.leaves.numbers import counted
from dossier.model.day import LAST_YEAR
from dossier.render.decades import Year
from dossier.render.view import View


def year_bars(view: View, years: Iterable[Year], noun: str, link: Callable[[Year], Markup]) -> Markup:
    """A bar for each year that can be drawn, which leads to its `link`; `noun` is what the years have entries of."""
    bars = [
        Bar(link(year), year.number, len(year.entries)) for year in years if 1 <= year.number <= LAST_YEAR
    ]
    if not bars:
        return Markup("")
    total = counted(sum(bar.count for bar in bars), f"dated {noun}")
    name = f"{total} by year, {bars[0].year} to {bars[-1].year}"
    return view.drawn(f"{noun}s", draw_bars, name, noun, bars)
