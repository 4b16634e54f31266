"""What the screens are built from. A widget knows no journal: words and numbers in, messages out."""
