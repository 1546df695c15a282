"""Documents for people: what stands in them, as blocks; one file a document, no layout."""
