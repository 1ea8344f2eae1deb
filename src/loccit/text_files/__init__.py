"""Files as bytes and text: reading, encodings, positions, line endings, atomic writing."""
