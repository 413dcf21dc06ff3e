"""The kinds of page, one module each: `pages(catalog)` yields the files of its kind."""
