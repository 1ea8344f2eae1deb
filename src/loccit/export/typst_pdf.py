"""Compile Typst to PDF."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from loccit.errors import LoccitError


def check_typst() -> None:
    """Make sure that typst is installed.

    Raises:
        LoccitError: it is not.
    """
    try:
        import typst  # noqa: F401  an extra
    except ImportError as error:
        raise LoccitError(
            "A PDF needs typst, which is not installed.",
            advice='Install it: pip install "loccit[pdf]".',
        ) from error


def compile_typst(source: str, files: Mapping[str, bytes], advice: str) -> bytes:
    """Compile a document; it can read no other files than those given.

    Args:
        source: the document in Typst's markup.
        files: the files that it names.
        advice: what to do if it can't be compiled.

    Raises:
        LoccitError: typst is not installed, or can't compile the document.
    """
    check_typst()
    import typst  # an extra

    with TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        main = Path(folder) / "main.typ"
        main.write_text(source, "utf-8")
        try:
            made = typst.compile(main, root=Path(folder))
        except typst.TypstError as error:
            raise LoccitError(
                f"typst can't compile this: {error}.", advice=advice
            ) from error
    assert isinstance(made, bytes)
    return made
