"""The words of a language: numbers, dates, hedges, judgments, one TOML file each, and the values found by them."""
