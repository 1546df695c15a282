"""Ratings: what the answers on a form come to, and filled forms read back as results."""
