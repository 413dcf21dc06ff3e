"""The words that decide whether a full stop ends a sentence, in English, French and German."""

from __future__ import annotations

NEVER_LAST = frozenset(
    """
    mr mrs ms dr prof st ste sen rep gov gen col lt capt sgt rev hon mme mlle mm
    p pp vol vols no nos nr art arts fig figs eq ed eds ch sec par cf vs ca approx al trans
    jan feb mar apr jun jul aug sep sept oct nov dec univ dept bros messrs op loc viz bzw
    """.split()  # noqa: SIM905 - a table reads better in columns
)
"""Abbreviations behind which a sentence goes on."""

MAYBE_WORDS = frozenset({"no", "art", "sec", "par", "mar", "ca", "ed"})
"""Those of them that are words too: they count as abbreviations before a number alone."""

SELDOM_LAST = frozenset({"etc", "inc", "ltd", "co", "corp", "jr", "sr", "bd"})
"""Abbreviations behind which a sentence goes on unless a capital follows."""

STARTERS = frozenset(
    """
    The In He She It This These They But However We His Her Its There When As At On For
    Le La Les Il Elle Ce Der Die Das Er Sie Es
    """.split()  # noqa: SIM905
)
"""Words that open a sentence even behind an abbreviation such as U.S."""
