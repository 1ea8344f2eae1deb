"""What is open: files ahead of the disk, essays that are read where they change, libraries."""
