"""Units and currencies in text."""
