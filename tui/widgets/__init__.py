"""What the screens are built from. A widget knows no journal: it takes words and numbers, and posts messages."""
