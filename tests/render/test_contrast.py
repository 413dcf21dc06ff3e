"""The site's colors read well on each other, in light and in dark (WCAG 2.2, 1.4.3: at least 4.5 to 1)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_PAIRS = [
    (text, ground)
    for ground in ("paper", "raised", "sunk")
    for text in ("ink", "ink-soft", "accent", "accent-strong", "ochre", "rust")
] + [
    ("ink", "ochre-tint"),
    ("ink", "ochre-strong"),
    ("accent-strong", "accent-tint"),
    ("paper", "accent"),
    ("ink", "rust-tint"),
    ("ink-soft", "ochre-tint"),
]


def luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), _PAIRS, ids=lambda name: name)
def test_text_stands_out_from_its_ground(root: Path, text: str, ground: str, scheme: int) -> None:
    tokens = (root / "dossier/look/assets/css/tokens.css").read_text(encoding="utf-8")
    colors = {
        name: pair
        for name, *pair in re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", tokens)
    }
    assert contrast(colors[text][scheme], colors[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "sunk"])
def test_the_line_under_a_quotation_can_be_seen(root: Path, ground: str, scheme: int) -> None:
    """WCAG 2.2, 1.4.11: what is needed to understand a page stands out by at least 3 to 1."""
    tokens = (root / "dossier/look/assets/css/tokens.css").read_text(encoding="utf-8")
    styles = (root / "dossier/look/assets/css/source.css").read_text(encoding="utf-8")
    colors = {
        name: pair[scheme]
        for name, *pair in re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", tokens)
    }
    line, share = re.findall(r"underline dotted 1px color-mix\(in srgb, var\(--([a-z-]+)\) (\d+)%", styles)[0]
    mixed = "#" + "".join(
        f"{round((int(colors[line][at : at + 2], 16) * int(share) + int(colors[ground][at : at + 2], 16) * (100 - int(share))) / 100):02x}"
        for at in (1, 3, 5)
    )
    assert contrast(mixed, colors[ground]) >= 3
