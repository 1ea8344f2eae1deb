"""What a terminal shows of an adoption, and what it asks."""
