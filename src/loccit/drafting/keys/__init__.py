"""Keys: which one is under the cursor, where its entry is, who cites it, another one."""
