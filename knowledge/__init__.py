"""Facts about UK parliamentary elections: models, packs, building, checks, queries and store."""
