"""The words of an essay that a finding is about, as reports show them."""

from loccit.cli.excerpts.excerpt import Excerpt, Excerpts, InParagraph

__all__ = ["Excerpt", "Excerpts", "InParagraph"]
