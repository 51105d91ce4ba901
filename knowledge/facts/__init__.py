"""What a query returns: frozen records, typed also where something is missing."""
