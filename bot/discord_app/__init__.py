"""The Discord client, commands, mentions, buttons and settings."""
