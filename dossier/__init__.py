"""Dossier: a static site generator for source-backed research notes. Start reading at `pipeline.py`."""

__version__ = "0.1.0"
