"""What of a claim is compared."""
