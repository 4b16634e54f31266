"""All that a person sees or types: the screen, the commands, every sentence. No SQL, no key, no rule."""
