"""The stage `verify`: claims and reading texts → anchors, or problems with the nearest passage.

`verifying` is its table of contents: `passage` splits what was typed, `sheet` makes a source searchable,
`matching` finds, `beside` decides between several places, `anchoring` writes down the place, `nearest` and
`complaints` say what is wrong, `guards` warn where the found words may not support the statement.
`finding` answers the commands `find` and `suggest`. Reading texts are left to `read`, ids to `link`.
"""

from dossier.verify.finding import Hit, find_words, hits_at
from dossier.verify.verifying import verify

__all__ = ["Hit", "find_words", "hits_at", "verify"]
