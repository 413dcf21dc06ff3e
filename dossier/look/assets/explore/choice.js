/* Which claims fit what is chosen, and how many would with each further choice: values of one facet widen it, further
   facets narrow; what a facet counts leaves its own choice out. */

Dossier.choice = (() => {
  /* The columns as they are asked: of each claim the number of its row, and of each facet the places of its values. */
  const prepared = ({ first, rows, dates, date, facets }) => {
    let number = first;
    return {
      rows: rows.map((distance) => {
        number += distance;
        return number;
      }),
      dates,
      date,
      facets: facets.map(([id, name, open, values, column]) => ({
        id,
        name,
        open: Boolean(open),
        values: values.map(([value, words]) => ({ value, words })),
        column: column.map((places) => [].concat(places)),
      })),
    };
  };

  /* The claims that fit, in the order of the texts, and by facet how many there are of each value. Values with a space
     between them are wanted together. `has` says whether a claim has the words that are asked for. */
  const fitting = ({ rows, facets }, chosen, has) => {
    const wanted = facets.map(({ id, values }) => {
      const own = chosen.get(id).map((together) => together.split(" "));
      return own.map((together) => together.map((value) => values.findIndex((known) => known.value === value)));
    });
    const counts = facets.map(({ values }) => new Uint32Array(values.length));
    const claims = [];
    rows.forEach((_, claim) => {
      if (!has(claim)) return;
      const fits = (places, own) => !own.length || own.some((together) => together.every((place) => places.includes(place)));
      const missed = facets.flatMap(({ column }, at) => (fits(column[claim], wanted[at]) ? [] : [at]));
      if (missed.length > 1) return;
      if (!missed.length) claims.push(claim);
      facets.forEach(({ column }, at) => {
        if (!missed.length || missed[0] === at) column[claim].forEach((place) => { counts[at][place] += 1; });
      });
    });
    return { claims, counts };
  };

  /* Claims in another order; those without a date come last. */
  const ordered = ({ date, facets }, claims, sort) => {
    const source = facets.find(({ id }) => id === "source")?.column;
    const keys = { date: (claim) => (date[claim] < 0 ? Infinity : date[claim]), source: (claim) => source[claim][0] };
    const key = keys[sort];
    if (!key) return claims;
    return [...claims].sort((one, other) => (key(one) === key(other) ? one - other : key(one) < key(other) ? -1 : 1));
  };

  return { prepared, fitting, ordered };
})();
