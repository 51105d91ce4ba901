"""Compiling validated rows into one read-only SQLite file with the tables that queries run on."""
