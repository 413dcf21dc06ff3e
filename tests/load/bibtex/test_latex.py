from __future__ import annotations

from contextlib import suppress

import pytest
from pylatexenc.latex2text import get_default_latex_context_db as get_printing_db
from pylatexenc.latexwalker import get_default_latex_context_db as get_parsing_db

from dossier.load.bibtex.latex import Decoded, UnreadableLatexError, decode


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"UNESCO \& Conseil", "UNESCO & Conseil"),
        (r"caf\'e, G{\"o}del, {DNA}", "café, Gödel, DNA"),
        (r"al-Qa\textasciigrave{}ida", "al-Qa`ida"),
        ("2005--2016 --- ``quoted''", "2005–2016 — “quoted”"),
        ("two\n      lines", "two lines"),
        ("Le~Matin", "Le Matin"),
        (r"a\textasciitilde{}b~\emph{c\textasciitilde d}", "a~b c~d"),
        ("بـ“عمل إرهابي” في المغرب", "بـ“عمل إرهابي” في المغرب"),
        ("100 % of {DNA}", "100 % of DNA"),
        (r"50\% of all", "50% of all"),
        ("R&D costs $5 at #1_a", "R&D costs $5 at #1_a"),
        (r"from $5 to $10 \& more", "from $5 to $10 & more"),
        ("{R&D} in {Morocco}: Law & Order", "R&D in Morocco: Law & Order"),
        (r"R&amp;D, AT\&amp;T, caf&eacute;, &#233; and &lt;i&gt;", "R&D, AT&T, café, é and <i>"),
        ("R&D; A&B;", "R&D; A&B;"),
        (r"R{\&}amp;D, it{\&}{\#}39;s", "R&D, it's"),
        (r"Riera-Mu\~noz, \'Alvarez, \"Ozt\"urk, \O{}st", "Riera-Muñoz, Álvarez, Öztürk, Øst"),
        (
            r"\'\i, \v{S}, \c c, {\c{c}}, na{\"\i}ve, stra{\ss}e, \aa ngstr\"om",
            "í, Š, ç, ç, naïve, straße, ångström",
        ),
        (
            r"The \texttt{Zotero} and \textsf{SQL} \mbox{X-ray} \textup{word} guide",
            "The Zotero and SQL X-ray word guide",
        ),
        (
            r"for \pounds 5, \S 4, \copyright\ 2010, {\textless}i{\textgreater}, \LaTeX",
            "for £5, §4, © 2010, <i>, LaTeX",
        ),
        (r"{\em A} {\bf b} \emph{c {\textsc{D}}}", "A b c D"),
        (r"The $\alpha$-decay of H$_2$O at $10^{-3}$ and 30$^\circ$C", "The α-decay of H₂O at 10⁻³ and 30°C"),
        (
            r"$x^{ab}$, $x_i^2$, $\mathbb{R}$, $\frac{1}{2}$, $\sqrt{2}$, $a \leq b$, $y^{A,B}$",
            "xᵃᵇ, xᵢ², ℝ, 1/2, √2, a ≤ b, y^(A,B)",
        ),
        (r"4\textsuperscript{th} CO\textsubscript{2} \(x\)", "4th CO₂ x"),
        (r"\{set\} \textbackslash{} \$5", r"{set} \ $5"),
        (r"\href{https://example.org/v_1}{Video}", "Video (https://example.org/v_1)"),
        (r"\href{https://a.b/c}{https://a.b/c}", "https://a.b/c"),
        (r"\url{https://example.org/~user/a_b?x=1&y=2%20}", "https://example.org/~user/a_b?x=1&y=2%20"),
        ("see http://a.b/~c--d_e%20f {X}", "see http://a.b/~c--d_e%20f X"),
        (r"\verb|x_y| \enquote{q} \foreignlanguage{french}{mots}", "x_y “q” mots"),
        (r"{\noopsort{1973}}1974", "1974"),
        ("{\\char126}x \\char\"7Ey \\char'176 z", "~x ~y ~z"),
        ("\u00ab\u00a0Le Monde\u00a0\u00bb", "\u00ab\u00a0Le Monde\u00a0\u00bb"),
        ("{" * 10_000 + "deep" + "}" * 10_000, "deep"),
    ],
)
def test_a_value_reads_as_its_author_means_it(typed: str, read: str) -> None:
    assert decode(typed).text == read


@pytest.mark.parametrize(
    "typed",
    [
        r"\href{a}",
        r"\href",
        r"\input",
        r"\sqrt",
        r"\footnote",
        r"\textcolor",
        r"\title",
        r"\url",
        r"\frac",
        r"\ensuremath",
        r"\verb",
        r"\begin{array}",
        r"\begin{array}x\end{array}",
        r"\today",
        r"\maketitle",
        r"\emph{x}" + "{" * 10_000 + "}" * 10_000,
        r"\textit{" * 3_000,
        r"\footnote[" * 60,
        r"\sqrt[\frac{" * 60,
    ],
)
def test_latex_that_no_text_can_be_made_of_is_refused_in_a_sentence_and_without_a_warning(
    typed: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(UnreadableLatexError):
        decode(f"Seen {typed}")
    assert caplog.text == ""


def test_of_a_macro_that_nobody_knows_the_words_are_kept_and_its_name_is_told() -> None:
    assert decode(r"A \foo{bar} \baz qux $\frob{x}$") == Decoded("A bar qux x", ("frob", "foo", "baz"))


def test_no_macro_that_the_library_knows_makes_it_speak_or_fail(caplog: pytest.LogCaptureFixture) -> None:
    specs = [*get_parsing_db().iter_macro_specs(), *get_printing_db().iter_macro_specs()]
    names = {str(spec.macroname) for spec in specs}
    environments = {str(spec.environmentname) for spec in get_printing_db().iter_environment_specs()}
    values = [
        *(f"\\{name}{rest}" for name in sorted(names) for rest in ("", "{a}", "[a]{b}{c}{d}", " $x$")),
        *(
            f"\\begin{{{name}}}{body}\\end{{{name}}}"
            for name in sorted(environments)
            for body in ("", "x", "{a}b")
        ),
    ]
    for value in values:
        with suppress(UnreadableLatexError):
            decode(value)
    assert caplog.text == ""
    assert len(values) > 4000
