/* Claims as Explore lists and hands them out: their rows in the index, and what the columns say of them. */

Dossier.claims = (columns) => {
  const { rows, dates, date, facets } = columns;

  const row = (claim) => Dossier.row(rows[claim]);
  const quoted = (body) => body.filter((_, at) => at % 2).join(" ") || body.join("");

  /* A claim as pages list it, without what is said of nearly every one. */
  const item = ({ address, title, where, body, state, there, language }, usual) => {
    const { make } = Dossier;
    const link = (name, to, words) => Object.assign(make("a", name, words), { href: Dossier.link(to) });
    const told = state.split(" · ").filter((words) => words && words !== usual);
    const source = there ? link("to-source", there, where) : where;
    const says = make("p", "", ...body.map((piece, at) => (at % 2 ? make("mark", "", piece) : piece)));
    const quote = make("blockquote", "claim__quote", says);
    if (language) Object.assign(quote, { lang: language, dir: "auto" });
    const line = make("span", "claim__line", source, ...told.map((words) => ` · ${words}`));
    return make("li", "claim", line, link("claim__statement", address, title), quote);
  };

  /* A claim as files have it: what its row says, then by facet the ids of its values. */
  const record = async (claim) => {
    const { address, title, where, body, there } = await row(claim);
    const values = facets.map(({ id, values, column }) => [id, column[claim].map((place) => values[place].value)]);
    return {
      id: address.split("/")[1],
      where,
      statement: title,
      quote: quoted(body),
      when: dates[date[claim]] || "",
      ...Object.fromEntries(values),
      url: address,
      source_url: there,
    };
  };

  return { row, item, record };
};
