"""How long things take: each budget of the plan, measured against its other side in the same run."""
