"""Claims, who makes them, and where sources conflict: from a folder of news articles to JSONL."""

__version__ = "0.1.0"
