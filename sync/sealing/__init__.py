"""Keys between two people: sealing for one of them and opening what they sealed. No key comes from anywhere else."""
