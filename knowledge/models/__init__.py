"""The words of the field as frozen, validated rows."""
