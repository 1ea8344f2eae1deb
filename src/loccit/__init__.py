"""loccit: cite by key while you draft, hand in APA."""

__version__ = "0.1.0"
