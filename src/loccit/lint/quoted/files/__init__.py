"""Find the files with the texts of sources."""
