"""Office files: renders blocks to Word and Excel; knows no competence."""
