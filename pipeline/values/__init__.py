"""Amounts and times: from text and parse to records."""
