/* A field above lists that leaves what has all of the words typed into it, and says how many that is; Enter goes to the
   first, Escape empties it. Without this file it is not there. */

document.querySelectorAll("form[data-finder]").forEach((form) => {
  const ITEMS = ["cards", "lines", "questions", "works", "texts", "columns", "notes-list"].map((list) => `.${list} > li`).join();
  const [input, status] = [form.querySelector("input"), form.querySelector("[role=status]")];
  const follows = (element) => form.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
  const items = [...form.closest(".page").querySelectorAll(ITEMS)].filter(follows);
  const opened = new Set();

  /* The headings with what is listed below each, down to the next one that is no less. */
  const sections = [...form.closest(".page").querySelectorAll("h2, h3")].filter(follows).map((heading, at, all) => {
    const next = all.slice(at + 1).find((other) => other.tagName <= heading.tagName);
    const isOwn = (item) => heading.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING
      && !(next && next.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING);
    return { heading, own: items.filter(isOwn) };
  });

  let folded = (text) => text.toLowerCase();
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) {
      const seen = [...item.childNodes].filter(({ nodeName }) => nodeName !== "DETAILS");
      texts.set(item, folded(seen.map(({ textContent }) => textContent).join(" ")));
    }
    return texts.get(item);
  };

  const find = () => {
    const words = folded(input.value).split(/\s+/).filter(Boolean);
    for (const item of items) item.hidden = !words.every((word) => textOf(item).includes(word));
    for (const { heading, own } of sections) heading.hidden = own.length > 0 && own.every((item) => item.hidden);
    const left = items.filter((item) => !item.hidden);
    for (const details of opened) details.open = false;
    opened.clear();
    if (words.length) {
      for (const item of left) {
        const details = item.parentElement.closest("details:not([open])");
        if (details) {
          details.open = true;
          opened.add(details);
        }
      }
    }
    status.textContent = words.length ? `${left.length} of ${items.length}` : "";
    return left;
  };

  input.addEventListener("focus", () => {
    Dossier.load("assets/search.js").then(() => {
      folded = Dossier.words.folded;
      texts.clear();
      find();
    }).catch(() => {}); // without it accents count
  }, { once: true });
  input.addEventListener("input", find);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    input.value = "";
    find();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    find()[0]?.querySelector("a[href]")?.focus();
  });
  form.hidden = false;
});
