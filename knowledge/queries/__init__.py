"""Queries on the compiled facts: the only place with SQL besides building."""
