"""The screens: each knows one page of the journal, gets what it needs through its constructor, and owns its state."""
