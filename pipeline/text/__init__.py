"""Text as it is written: spellings made alike, addresses, spans, what a terminal may show."""
