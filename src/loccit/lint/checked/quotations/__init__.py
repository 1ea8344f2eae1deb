"""What an essay quotes."""
