/* The box and its list, by the combobox pattern of the ARIA Authoring Practices: the input keeps the focus, arrow keys
   choose, Enter follows what is chosen, else what comes first, Escape closes the list, then empties the box. */

Dossier.searchBox = (form) => {
  if (form.dataset.ready) return;
  form.dataset.ready = "true";

  const { words, compounds } = Dossier.words;
  const input = form.querySelector("input");
  const stays = "stays" in form.dataset; // its list is a part of the page
  const { within } = form.dataset; // names whose addresses begin so are all that is looked for
  const WAIT = 120; // milliseconds without a key before the text is searched
  const SHOWN = 4; // hits of each sort
  const WORK = 5;
  const SORTS = [["Claims", [0]], ["Pages that say it", [1, 2]], ["Passages of the sources", [3]], ["Notes", [4]], ["Works", [WORK]]];

  const set = (element, attributes) => Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  const { make } = Dossier;
  const number = [...document.querySelectorAll("form.search")].indexOf(form);
  const id = (part) => `search-${number}--${part}`;
  const list = make("div", "search__list");
  const status = make("p", "search__status");
  const panel = make("div", "search__panel", list, status);
  set(list, { id: id("list"), role: "listbox", "aria-label": "What is found" });
  set(status, { role: "status" });
  panel.hidden = true;
  form.append(panel);
  set(input, { role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" });

  /* Words as text in which those that were found are marked. */
  const marked = (text, terms) => {
    const parts = text.split(/([\p{L}\p{N}]+(?:(?:['’‑-]|[,. ](?=\d{3}))[\p{L}\p{N}]+)*)/gu);
    return parts.map((part, at) => {
      const found = at % 2 && [...words(part), ...compounds(part)].some((word) => terms.has(word));
      return found ? make("mark", "", part) : part;
    });
  };

  const option = (address, title, where, words = []) => {
    const link = make("a", "search__hit", make("span", "search__title", ...title), " ", make("span", "search__where", where));
    if (words.length) link.append(" ", make("span", "search__says", ...words));
    set(link, { href: Dossier.link(address), role: "option", tabindex: -1, "aria-selected": "false" });
    return link;
  };
  const ofName = ({ thing, form }, terms) => option(
    thing.address,
    marked(thing.name, terms),
    thing.kind + (thing.claims ? ` · ${thing.claims} ${thing.claims === 1 ? "claim" : "claims"}` : ""),
    form === thing.name ? [] : ["also ", ...marked(form, terms)],
  );
  const ofRow = ({ sort, address, title, where, body, language }, terms) => {
    const link = option(address, marked(title, terms), where, marked(Dossier.text.stretch(body.join(""), terms), terms));
    const says = link.querySelector(".search__says");
    if (says && language) set(says, { lang: language, dir: "auto" });
    if (sort === 0 || sort === 3) says?.classList.add("search__says--theirs");
    return link;
  };
  const group = (name, options, count) => {
    const head = make("div", "search__sort", count > options.length ? `${name}, ${options.length} of ${count}` : name);
    const element = make("div", "search__group", head, ...options);
    head.id = id(name.replace(/\W+/g, "-").toLowerCase());
    set(element, { role: "group", "aria-labelledby": head.id });
    return element;
  };

  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");
  const choose = (link) => {
    chosen()?.setAttribute("aria-selected", "false");
    if (!link) return input.removeAttribute("aria-activedescendant");
    link.setAttribute("aria-selected", "true");
    link.scrollIntoView({ block: "nearest" });
    return input.setAttribute("aria-activedescendant", link.id);
  };
  const open = (is) => {
    panel.hidden = !is && !stays;
    input.setAttribute("aria-expanded", String(is && options().length > 0));
    if (!is) choose(null);
  };
  const show = (groups) => {
    list.replaceChildren(...groups);
    options().forEach((link, at) => { link.id = id(`hit-${at}`); });
    choose(null);
    open(true);
  };
  const told = (found, text) => {
    if (text === "searching") return found ? "Searching the text …" : "Searching …";
    if (text === "failed") return "The text cannot be searched now; load the page again.";
    return found ? `${found} found` : "Nothing is found. Fewer or other words may help.";
  };

  let asked = 0;
  let settled = Promise.resolve();
  const search = async (question) => {
    asked += 1;
    const mine = asked;
    const isOld = () => mine !== asked;
    if (question.length < 2) {
      list.replaceChildren();
      return open(false);
    }
    const waited = new Promise((resolve) => { setTimeout(resolve, WAIT); });
    const quoted = /["“«„]/.test(question);
    const names = quoted && !within ? [] : await Dossier.names.find(question, within, within ? 10 : 5);
    if (isOld()) return null;
    const terms = new Set(words(question));
    const groups = names.length ? [group("Go to", names.map((name) => ofName(name, terms)), names.length)] : [];
    status.textContent = told(names.length, within ? "" : "searching");
    show(groups);
    if (within) return null;
    const ready = Promise.all([Dossier.load("assets/search-text.js"), Dossier.index()]);
    ready.catch(() => {}); // it is waited for below
    await waited;
    if (isOld()) return null;
    let text = { hits: [], terms };
    let state = "";
    try {
      await ready;
      text = await Dossier.text.find(question);
    } catch {
      state = "failed";
    }
    if (isOld()) return null;
    const seen = new Set(names.map(({ thing }) => thing.address));
    const hits = text.hits.filter(({ address }) => !seen.has(address) && seen.add(address));
    const typed = words(question).join(" ");
    const label = hits.findIndex(({ sort, title }) => sort === WORK && words(title).join(" ") === typed);
    if (label >= 0) hits.unshift(...hits.splice(label, 1)); // before other works, and works before all else
    for (const [name, sorts] of label < 0 ? SORTS : [SORTS.at(-1), ...SORTS.slice(0, -1)]) {
      const rows = hits.filter(({ sort }) => sorts.includes(sort));
      if (rows.length) groups.push(group(name, rows.slice(0, SHOWN).map((row) => ofRow(row, text.terms)), rows.length));
    }
    const before = options().indexOf(chosen());
    show(groups);
    if (before >= 0) choose(options()[before]);
    status.textContent = told(options().length, state);
    return null;
  };
  const ask = () => { settled = search(input.value.trim()); };

  const follow = (link) => { if (link) location.assign(link.href); };
  input.addEventListener("input", ask);
  input.addEventListener("focus", () => { if (options().length) open(true); });
  input.addEventListener("click", () => { if (options().length) open(true); });
  input.addEventListener("keydown", (event) => {
    const all = options();
    const at = all.indexOf(chosen());
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (panel.hidden) open(all.length > 0);
      const next = at < 0 && event.key === "ArrowUp" ? all.length - 1 : at + (event.key === "ArrowDown" ? 1 : -1);
      choose(all[next]);
    } else if (event.key === "Escape") {
      if (panel.hidden) input.value = "";
      else open(false);
      event.preventDefault();
    } else if (event.key === "Tab") {
      open(false);
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (chosen()) follow(chosen());
    else settled.then(() => follow(options()[0]));
  });
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) open(false);
  });

  Dossier.names.small();
  if (input.value.trim()) ask();
};
