"""Names: their parts, initials and options, and what stands for them."""
