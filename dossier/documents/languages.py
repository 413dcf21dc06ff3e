"""The language of a text, by its most frequent small words; where they say nothing, what a document says of itself."""

from __future__ import annotations

import re
from collections import Counter

_SMALL_WORDS = {
    "ar": "في من على إلى أن التي عن",
    "de": "der die und das den von nicht mit ist",
    "en": "the of and to in that is was for with",
    "es": "el los las que del una por con para",
    "fr": "le la les des et que dans une est pour",
    "it": "il di che della del per una sono con gli",
    "nl": "de het een van en dat niet met voor zijn",
    "pt": "os as que da do uma para com não em",
}
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_ENOUGH = 0.03
UNKNOWN = "und"
"""The tag of a language that is not known (BCP 47)."""


def language_of_text(text: str, said: str = "") -> str:
    """A tag of BCP 47; `said` is what the document says, which is often the language of the program that made it."""
    words = Counter(_WORD.findall(text.lower()))
    shares = {tag: sum(words[word] for word in small.split()) for tag, small in _SMALL_WORDS.items()}
    likely = max(shares, key=lambda tag: shares[tag])
    tag = said.replace("_", "-")
    tag = tag[:1].lower() + tag[1:] if _TAG.fullmatch(tag[:1].lower() + tag[1:]) else ""
    if shares[likely] > _ENOUGH * words.total():
        return tag if tag.partition("-")[0] == likely else likely
    return tag or UNKNOWN
