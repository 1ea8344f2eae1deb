"""What an open essay prints, and what a source prints."""
