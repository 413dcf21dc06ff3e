/* The page itself: what is chosen is in the address, so that it can be linked and Back undoes it; a few claims are shown at
   a time, all that fit are handed out. */

Dossier.explore = async (frame) => {
  const STEP = 20; // claims that are shown at a time
  const WAIT = 250; // milliseconds without a key before words are looked for

  const part = (name) => frame.querySelector(`[data-part="${name}"]`);
  const [words, status, chips, order, list, more] = ["words", "status", "chips", "sort", "claims", "more"].map(part);
  const counted = (number) => `${number.toLocaleString("en")} ${number === 1 ? "claim" : "claims"}`;

  const { version } = await Dossier.index();
  const columns = Dossier.choice.prepared(await Dossier.load(`search/${version}/claims.js`));
  const { facets, rows } = columns;
  const { row, item, record } = Dossier.claims(columns);
  const read = () => Dossier.explored.read(location.search, facets.map(({ id }) => id));
  let state = read();

  /* The claims that fit */

  let fitting = [];
  let shown = 0;
  const grow = async (focus) => {
    const [mine, from] = [fitting, shown];
    shown = Math.min(mine.length, from + STEP);
    more.hidden = true;
    const found = await Promise.all(mine.slice(from, shown).map(row));
    if (mine !== fitting) return;
    const items = found.map((claim) => item(claim, frame.dataset.usual));
    if (from) list.append(...items);
    else list.replaceChildren(...items);
    const left = mine.length - shown;
    more.hidden = !left;
    more.textContent = `Show ${Math.min(STEP, left)} more of ${left.toLocaleString("en")}`;
    if (focus) items[0]?.querySelector(".claim__statement").focus();
  };

  const drawFacets = Dossier.facets(part("facets"), facets, {
    isChosen: (facet, value) => state.chosen.get(facet).includes(value),
    toggle: (facet, value) => {
      const own = state.chosen.get(facet);
      state.chosen.set(facet, own.includes(value) ? own.filter((other) => other !== value) : [...own, value]);
      return go();
    },
  });

  const chip = (text, name, undo) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "chip", textContent: text });
    button.setAttribute("aria-label", name);
    button.addEventListener("click", () => {
      undo();
      go();
      (chips.querySelector("button") || words).focus();
    });
    return button;
  };
  const drawChips = () => {
    const found = facets.flatMap(({ id, name, values }) => state.chosen.get(id).map((value) => {
      const words = value.split(" ").map((one) => values.find((known) => known.value === one)?.words || one);
      const text = `${name}: ${words.join(" and ")}`;
      return chip(text, `Remove ${text}`, () => state.chosen.set(id, state.chosen.get(id).filter((other) => other !== value)));
    }));
    if (state.q) found.push(chip(`Words: ${state.q}`, `Remove Words: ${state.q}`, () => { state.q = ""; }));
    if (found.length > 1) {
      found.push(chip("Show all", "Show all claims", () => {
        facets.forEach(({ id }) => state.chosen.set(id, []));
        state.q = "";
      }));
    }
    chips.replaceChildren(...found.flatMap((button) => [button, " "]));
  };

  /* The claims that have the words that are asked for; all where these say nothing. */
  const having = async (question) => {
    if (!question) return () => true;
    await Dossier.load("assets/search.js");
    await Dossier.load("assets/search-text.js");
    const numbers = new Set(rows);
    const found = await Dossier.text.matching(question, (number) => numbers.has(number));
    return found ? (claim) => found.has(rows[claim]) : () => true;
  };

  let asked = 0;
  const show = async () => {
    asked += 1;
    const mine = asked;
    if (words.value.trim() !== state.q) words.value = state.q;
    order.value = [...order.options].some(({ value }) => value === state.sort) ? state.sort : "";
    drawChips();
    if (state.q) status.textContent = "Looking for the words …";
    const has = await having(state.q);
    if (mine !== asked) return;
    const { claims, counts } = Dossier.choice.fitting(columns, state.chosen, has);
    fitting = Dossier.choice.ordered(columns, claims, state.sort);
    shown = 0;
    drawFacets(counts);
    status.textContent = claims.length === rows.length ? `All ${counted(rows.length)}`
      : claims.length ? `${claims.length.toLocaleString("en")} of ${counted(rows.length)}` : `No claim fits; there are ${rows.length.toLocaleString("en")}`;
    frame.querySelectorAll("[data-save]").forEach((button) => { button.disabled = !claims.length; });
    await grow();
  };

  /* The address: one entry for each choice, and for words one however many keys they take. */

  let typing = false;
  const go = (typed = false) => {
    const address = location.href.replace(/[?#].*/, "") + Dossier.explored.write(state);
    try {
      history[typed && typing ? "replaceState" : "pushState"](null, "", address);
    } catch {
      /* a page opened as a file may not change its address; the choice holds all the same */
    }
    typing = typed;
    return tell(show());
  };
  const tell = (shows) => shows.catch(() => { status.textContent = "The claims cannot be loaded now; load the page again."; });

  let timer = 0;
  const ask = () => {
    clearTimeout(timer);
    const question = words.value.trim();
    if (question === state.q) return;
    state.q = question;
    go(true);
  };
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  words.addEventListener("change", () => { typing = false; });
  frame.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  order.addEventListener("change", () => {
    state.sort = order.value;
    go();
  });
  more.addEventListener("click", () => tell(grow(true)));
  addEventListener("popstate", () => {
    typing = false;
    state = read();
    tell(show());
  });

  /* What fits, as a file */

  const inCell = (value) => (Array.isArray(value) ? Dossier.table.joined(value) : (value ?? ""));
  const text = {
    json: (records) => `${JSON.stringify(records, null, 1)}\n`,
    csv: (records) => {
      const names = Object.keys(records[0]);
      return `\ufeff${Dossier.table.csv([names, ...records.map((record) => names.map((name) => inCell(record[name])))])}`;
    },
  };
  const save = async (kind) => {
    const said = status.textContent;
    status.textContent = `Collecting ${counted(fitting.length)} …`;
    const records = await Promise.all(fitting.map(record));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text[kind](records)], { type: { csv: "text/csv", json: "application/json" }[kind] }));
    link.download = `claims.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
    status.textContent = said;
  };
  frame.querySelectorAll("[data-save]").forEach((button) => {
    button.addEventListener("click", () => tell(save(button.dataset.save)));
  });

  const wide = matchMedia("(min-width: 60em)");
  part("narrowing").open = wide.matches;
  await tell(show());
  frame.hidden = false;
};
