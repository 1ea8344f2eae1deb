"""How a file of each format is changed: `NAME`, the format's, and `open_text(text, path)`, an `Editable`."""
