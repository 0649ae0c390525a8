"""What is claimed, and whether it can be checked."""
