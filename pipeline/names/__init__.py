"""Names: found, labelled and linked to canonical ids."""
