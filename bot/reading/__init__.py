"""Words to a Query, or to a reason why not."""
