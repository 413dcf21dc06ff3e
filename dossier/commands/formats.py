"""The choice of formats that problems are shown in, as commands take it."""

from __future__ import annotations

import click

from dossier.report import Format

FORMATS = click.Choice([shape.value for shape in Format])
