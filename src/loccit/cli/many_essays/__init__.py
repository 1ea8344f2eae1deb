"""Work on many essays at once: processes that share them, and one library for all."""
