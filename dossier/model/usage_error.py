"""The one exception users see: wrong use, or an environment that does not let us work. Never an author's mistake."""


class UsageError(Exception):
    """Ends the command with exit code 2; its text says what is wrong and what to do."""
