"""What kind of thing a name names."""
