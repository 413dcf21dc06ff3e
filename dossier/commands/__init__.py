"""What a person can ask for besides a build, one module a command; they call stages, `cli` puts them together."""
