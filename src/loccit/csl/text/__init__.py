"""Text: its markup and letter case, numbers and names in it, and its seams."""
