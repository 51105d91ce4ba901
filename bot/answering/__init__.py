"""Facts to an Answer: sentence, table, basis, source, alternatives."""
