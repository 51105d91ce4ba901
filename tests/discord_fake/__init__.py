"""A strict stand-in for Discord on loopback: its HTTP routes and its gateway, for the real client to talk to."""
