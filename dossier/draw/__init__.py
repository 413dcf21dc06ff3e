"""Pictures that are part of pages: our own SVG, drawn at build time, every mark a link.

A picture is drawn from marks, dates, labels, numbers and links; it knows neither pages nor records. Which marks there
are, the list or table beside it that says the same, and its caption are left to the module of its page.
"""
