"""What waits for the names of the whole corpus."""
