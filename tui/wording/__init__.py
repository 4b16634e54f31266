"""Every sentence a person reads, by place. Short, calm, without blame; reviewed as text."""
