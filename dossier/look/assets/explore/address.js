/* What is chosen, as addresses have it: the same as `leaves/address.py` writes (`tests/leaves/explored.yml`). Of each facet
   any number of values, words as `q`, an order as `sort`; what is no facet is left alone. */

Dossier.explored = (() => {
  const read = (search, facets) => {
    const asked = new URLSearchParams(search);
    const chosen = new Map(facets.map((facet) => [facet, [...new Set(asked.getAll(facet).filter(Boolean))]]));
    return { chosen, q: (asked.get("q") || "").trim(), sort: asked.get("sort") || "" };
  };
  const write = ({ chosen, q, sort }) => {
    const pairs = [...chosen].flatMap(([facet, values]) => values.map((value) => [facet, value]));
    const address = new URLSearchParams(pairs);
    if (q) address.set("q", q);
    if (sort) address.set("sort", sort);
    return address.size ? `?${address}` : "";
  };
  return { read, write };
})();
