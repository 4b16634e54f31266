"""Sharing: pairing, consent, sealed pages, carrying them, and the blind relay server.

Nothing is here yet: cairn shares nothing until this room is built.
"""
