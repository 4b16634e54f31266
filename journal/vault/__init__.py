"""From a secret that a person remembers or keeps to a database key, and nothing else."""
