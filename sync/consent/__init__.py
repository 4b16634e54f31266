"""What may leave, for whom, until when: from the words that were said yes to, and from nothing else."""
