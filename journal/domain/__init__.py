"""Frozen values and plain arithmetic about recovery. No clock, no file, no database."""
