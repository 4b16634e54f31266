"""Sharing: two people meet, choose what each lets the other see, and carry sealed pages. No account and no server."""
