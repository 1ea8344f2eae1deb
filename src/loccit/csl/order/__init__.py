"""The order of entries and cites: by sort keys, words and dates."""
