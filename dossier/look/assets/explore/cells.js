/* Tables that spreadsheets open: the cells of `leaves/cells.py` (`tests/leaves/cells.yml`), in rows as RFC 4180 has them. */

Dossier.table = (() => {
  const FORMULA = /^'*(?:[=+@\t\r]|-(?![0-9]+(?:\.[0-9]+)?$))/;

  const cell = (text) => (FORMULA.test(text) ? `'${text}` : text);
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const csv = (rows) => rows.map((row) => `${row.map((text) => quoted(cell(text))).join(",")}\r\n`).join("");

  const joined = (items) => items.map((item) => item.replace(/[\\;]/g, "\\$&")).join("; ");

  return { cell, csv, joined };
})();
