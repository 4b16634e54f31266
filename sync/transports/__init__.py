"""How sealed bytes get from one place to another. Nothing here can open them."""
