"""The compiled knowledge base: where it is kept, how it is opened, and reading from it."""
