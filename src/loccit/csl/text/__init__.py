"""Text: its markup and letter case, and what happens where two pieces of it meet."""
