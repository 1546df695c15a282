"""Dutch: words, clauses and acts."""
