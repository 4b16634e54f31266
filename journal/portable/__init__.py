"""Leaving and arriving: files from other programs become values, and back."""
