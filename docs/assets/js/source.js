/* Reading a source: a claim's words, its marker and its statement light up together. All of it works without this file. */
