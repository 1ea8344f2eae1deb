"""Pages and other places in sources."""
