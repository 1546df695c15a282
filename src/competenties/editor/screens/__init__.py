"""The screens: one file each, with a `ROUTER` and the words of its template."""
