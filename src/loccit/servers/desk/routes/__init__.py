"""One resource a module: `ROUTES`, and their handlers."""
