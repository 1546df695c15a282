"""Folder to model and back: reading through the gates, saving without losing anything."""
