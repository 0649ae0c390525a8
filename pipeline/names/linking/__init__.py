"""Which mentions name the same thing, in a document and in the corpus."""
