"""The access matrix: who may call what, and who changes nothing. Every route, socket and maker has a row."""
