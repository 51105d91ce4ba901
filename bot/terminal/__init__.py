"""The terminal: questions one at a time, many a line, or in conversation."""
