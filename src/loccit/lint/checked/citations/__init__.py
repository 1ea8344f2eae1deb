"""The words of citations, and what they say."""
