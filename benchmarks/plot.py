"""Curves on two logarithmic axes, as a small SVG that needs no library: claims to the right, seconds upwards."""

from __future__ import annotations

import math
from collections.abc import Mapping
from html import escape

WIDTH, HEIGHT, LEFT, BOTTOM, RIGHT = 760, 420, 60, 40, 190
COLORS = ("#1b6ca8", "#b8520a", "#3d7a3d", "#7a3d7a", "#8a6d00", "#a01c3c", "#2f7f86", "#555555")
_APART = 14


def plot(curves: Mapping[str, Mapping[int, float]]) -> str:
    """Processor seconds by number of claims, a curve each; the name stands at its end."""
    sizes = sorted({size for curve in curves.values() for size in curve})
    seconds = [value for curve in curves.values() for value in curve.values()]
    first, last = math.log10(sizes[0]), math.log10(sizes[-1] * 1.01)
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))

    def x(size: int) -> float:
        return LEFT + (math.log10(size) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - (math.log10(value) - low) / (high - low) * (HEIGHT - BOTTOM - 20)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"',
        'font-family="sans-serif" font-size="12">',
        "<title>Processor seconds of a build by the number of claims</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for power in range(low, high + 1):
        at, words = y(10.0**power), f"{10.0**power:g} s"
        parts += [
            f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>',
            f'<text x="{LEFT - 6}" y="{at + 4:.1f}" text-anchor="end">{words}</text>',
        ]
    for size in sizes:
        parts.append(f'<text x="{x(size):.1f}" y="{HEIGHT - 18}" text-anchor="middle">{size:,}</text>')
    ends = sorted((y(curve[max(curve)]), name) for name, curve in curves.items())
    told, free = {}, 0.0
    for at, name in ends:
        free = max(at, free + _APART)
        told[name] = free
    for color, (name, curve) in zip(COLORS * len(curves), curves.items(), strict=False):
        points = " ".join(f"{x(size):.1f},{y(curve[size]):.1f}" for size in sorted(curve))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"/>')
        parts.append(
            f'<text x="{WIDTH - RIGHT + 8}" y="{told[name] + 4:.1f}" fill="{color}">{escape(name)}</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"
