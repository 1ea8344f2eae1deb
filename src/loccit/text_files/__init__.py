"""The user's files: reading, encodings, positions, line ends, atomic writing."""
