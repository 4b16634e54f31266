"""The blind relay: slots of 16,384 bytes for two who share no folder. It knows no key, no name and nobody."""
