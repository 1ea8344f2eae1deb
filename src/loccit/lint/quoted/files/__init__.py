"""Find the files with the texts of sources."""

from loccit.lint.quoted.files.source_files import Files, SourceFiles

__all__ = ["Files", "SourceFiles"]
