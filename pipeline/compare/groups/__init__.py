"""Documents of one story, and of one origin."""
