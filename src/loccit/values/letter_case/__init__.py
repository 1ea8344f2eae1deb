"""Letter case of English titles: how they are typed, and which words are names."""
