"""What is cited by the commands of LaTeX and its packages."""

from __future__ import annotations

import pytest

from tests.essays.formats.latex.citations import citations_of, described


def test_citations(given: str, expected: str) -> None:
    assert described(given) == expected.rstrip("\n")


@pytest.mark.parametrize(
    "text",
    [
        r"% \cite{a}",
        r"\verb|\cite{a}|",
        r"\verb*+\cite{a}+",
        r"\lstinline!\cite{a}!",
        r"\begin{verbatim}\cite{a}\end{verbatim}",
        "\\begin{lstlisting}[language=TeX]\n\\cite{a}\n\\end{lstlisting}",
        r"\begin{minted}{tex}\cite{a}\end{minted}",
        r"\begin{comment}\cite{a}\end{comment}",
        r"\lstnewenvironment{tex}{}{} \begin{tex}\cite{a}\end{tex}",
        r"\iffalse \cite{a} \fi",
        r"\iffalse \ifx\a\b \cite{c}\fi \cite{a} \fi",
        r"\newcommand{\mine}[1]{(\cite{a}, #1)}",
        r"\renewcommand*\mine{\cite{a}}",
        r"\def\mine#1{\cite{#1}}",
        r"\end{document} \cite{a}",
        r"\citecolor{a} \citestyle{a} \setcitestyle{numbers}",
        r"\IEEEcompsocitemizethanks{a} \citeurlstyle{b}",
        r"\hypersetup{citecolor=black}",
        r"\cite{}",
        r"\cite{#1}",
        r"\cite a",
        r"\\cite{a}",
        "\\cite\n\n{a}",
        r"\nocite{a}",
    ],
)
def test_what_cites_nothing(text: str) -> None:
    assert citations_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        r"\% \cite{a}",
        "\\\\% \n\\cite{a}",
        r"100\,\% of \cite{a}",
        r"\iffalse x \else \cite{a} \fi",
        r"\iff \cite{a}",
        r"\begin{example} \end{document} \end{example} \cite{a} \end{document}",
        r"\begin{verbatim} without an end \cite{a}",
        r"\iffalse without an end \cite{a}",
        r"\verb without a sign \cite{a}",
        r"$x < \cite{a}$",
        r"$ \cite{a}",
        r"\begin{equation} x \text{ by \cite{a}} \end{equation}",
        r"\section[Short]{Long \cite{a}}",
        r"\caption{\cite{a}}",
        r"} \cite{a} {",
        r"\emph{\textbf{\cite{a}}}",
        r"\foo[\cite{a}]{b}",
        r"\newcommand{\citep}[1]{({\cite{#1}})} \citep{a}",
        r"\begin{tikzpicture} \node {\cite{a}}; \end{tikzpicture}",
    ],
)
def test_what_cites(text: str) -> None:
    assert [cite.key for each in citations_of(text) for cite in each.cites] == ["a"]
