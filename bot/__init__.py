"""Hustings: reads a question, answers it from the knowledge base, renders the reply."""
