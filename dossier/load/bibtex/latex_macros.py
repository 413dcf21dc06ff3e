"""What macros print that pylatexenc does not know, or knows for documents only. Decoding is left to `latex`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dossier.load.bibtex.scripts import script, script_in_words

SYMBOLS = {
    "BibTeX": "BibTeX",
    "EUR": "€",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2e",
    "P": "¶",
    "S": "§",
    "SS": "SS",
    "TeX": "TeX",
    "XeTeX": "XeTeX",
    "bibnamedash": "—",
    "bibrangedash": "–",
    "checkmark": "✓",
    "copyright": "©",
    "cprime": "ʹ",
    "ddag": "‡",
    "ddagger": "‡",
    "degree": "°",
    "degreecelsius": "℃",
    "euro": "€",
    "fg": "»",
    "flq": "‹",
    "flqq": "«",
    "frq": "›",
    "frqq": "»",
    "ge": "≥",
    "glq": "‚",
    "glqq": "„",
    "grq": "‘",
    "grqq": "“",
    "guillemetleft": "«",
    "guillemetright": "»",
    "hyphen": "-",
    "iff": "⟺",
    "lbrack": "[",
    "land": "∧",
    "lor": "∨",
    "lq": "‘",
    "ne": "≠",
    "neg": "¬",
    "newline": " ",
    "og": "«",
    "par": " ",
    "enspace": " ",
    "medspace": " ",
    "pounds": "£",
    "rbrack": "]",
    "rq": "’",
    "slash": "/",
    "space": " ",
    "textasteriskcentered": "*",
    "textbar": "|",
    "textbardbl": "‖",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textcopyright": "©",
    "textemdash": "—",
    "textgreater": ">",
    "textless": "<",
    "textquotedbl": '"',
    "textquotesingle": "'",
    "textregistered": "®",
    "texttrademark": "™",
    "textunderscore": "_",
    "textvisiblespace": "␣",
    "thinspace": " ",
    "triangle": "△",
}
"""Macros without arguments, and their characters."""

SILENT = frozenset(
    """- / allowbreak autocap bf bfseries big Big Bigg Biggl Biggr bigg biggl biggr bigl Bigl bigr Bigr bm
    boldmath boldsymbol centering displaystyle em emph fbox footnotesize hbox hfill hskip hss huge Huge hyp
    ignorespaces it itshape kern large Large LARGE leavevmode left limits linebreak mathbin mathclose
    mathnormal mathop mathopen mathord mathpunct mathrel mathstrut mbox mdseries mkbibbold mkbibemph
    mkbibitalic mkern newblock nobreak nobreakdash nobreakspace nocite noindent nolimits nolinebreak
    normalfont normalsize null operatorname pagebreak pmb protect raggedright relax right rm rmfamily sc
    scriptscriptstyle scriptsize scriptstyle scshape selectfont sf sffamily sl slshape small smash so sout
    strut textcyrillic textgreek textlatin textln textmd textnormal textsf textstyle texttt textup tiny tt
    ttfamily ul uline unskip upshape uuline xspace""".split()  # noqa: SIM905
)
"""Macros that set how words look, or where lines may break: they print their arguments, and nothing of their own."""

WITH_ARGUMENTS: Mapping[str, Callable[..., str]] = {
    "MakeLowercase": str.lower,
    "MakeUppercase": str.upper,
    "SortNoop": lambda _: "",
    "colorbox": lambda *words: words[-1],
    "enquote": lambda words: f"“{words}”",
    "foreignlanguage": lambda *words: words[-1],
    "frac": lambda above, below: f"{_together(above)}/{_together(below)}",
    "lowercase": str.lower,
    "mkbibquote": lambda words: f"“{words}”",
    "nicefrac": lambda above, below: f"{_together(above)}/{_together(below)}",
    "noopsort": lambda _: "",  # BibTeX's own manual defines it so
    "sqrt": lambda *words: f"{''.join(script('^', degree) for degree in words[:-1])}√{_together(words[-1])}",
    "t": lambda letters: f"{letters[:1]}\u0361{letters[1:]}",
    "textfrac": lambda above, below: f"{_together(above)}/{_together(below)}",
    "texorpdfstring": lambda *words: words[-1],
    "textcolor": lambda *words: words[-1],
    "textsubscript": lambda words: script_in_words("_", words),
    "textsuperscript": lambda words: script_in_words("^", words),
    "uppercase": str.upper,
}
"""What macros make of their arguments, which are text already; a macro that the parser does not know takes one."""

DOCUMENT = frozenset(
    """author chapter date include includegraphics input item maketitle paragraph part section subparagraph subsection
    subsubsection title today""".split()  # noqa: SIM905
)
"""Macros that make sense in a document alone. `\\today` would print the day of the build."""


def _together(text: str) -> str:
    return text if text.isalnum() else f"({text})"
