"""The citation syntax, the same in every text format."""
