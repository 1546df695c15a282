"""The rules over one sentence, one file each."""
