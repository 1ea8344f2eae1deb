"""How pandoc's Markdown is built, as far as it decides what is a citation."""
