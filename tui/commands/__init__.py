"""The commands: one module each, imported only when called. Standard output is the answer, standard error is talk."""
