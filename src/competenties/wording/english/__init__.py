"""English: words, clauses and acts."""
