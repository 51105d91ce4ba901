"""An Answer as plain text, JSON, Discord components, PNG; the limits of each."""
