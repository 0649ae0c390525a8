"""Numbers that count, measure and rank nothing."""
