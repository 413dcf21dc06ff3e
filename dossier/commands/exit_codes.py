"""The exit codes of all commands; 0 is clean."""

PROBLEMS = 1
"""What authors wrote has problems."""
WRONG_USE = 2
"""The command was used wrongly, or the machine refused something."""
