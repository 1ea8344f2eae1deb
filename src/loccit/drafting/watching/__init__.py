"""Which files change on the disk, and which somebody may name."""
