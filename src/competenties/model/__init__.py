"""The model: frameworks, profiles, scales, ids and fingerprint; no input or output."""
