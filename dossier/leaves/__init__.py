"""The few small pure modules that several stages need; they know only `model`."""
