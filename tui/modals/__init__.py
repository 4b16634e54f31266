"""The modals: a typed question each, one file each, answered by `dismiss`."""
