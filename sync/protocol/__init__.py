"""What both ends must agree on: sizes, digests, what stands on a page, and the rules by which pages follow."""
