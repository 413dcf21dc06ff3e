/* Copying. Note marks and the signs behind headings are drawn instead of written, so that they are neither selected nor
   in the way of the browser's own search, and headings are called by their words alone; buttons copy words with whose they are, and the reference in each format.
   Without this file the marks are text, and so are the formats. */

const dossier = {
  /* What can be copied of a page that says how it is cited, each under its name. `words` are those of a claim or of a
     passage, `place` is where they are in the original, `anchor` where on the page. */
  copies: ({ words, place = "", anchor = "" } = {}) => {
    const panel = document.querySelector(".citing__panel");
    const textOf = (name) => panel.querySelector(`.citing__${name}`)?.textContent ?? "";
    const canonical = document.querySelector("link[rel=canonical]")?.href;
    const page = canonical ? textOf("page").replace(canonical, canonical + anchor) : textOf("page");
    const original = [textOf("original"), place].filter(Boolean).join(", ");
    const vias = [...panel.querySelectorAll(".citing__via")].map((via) => via.textContent).join("; ");
    const origin = [vias, original].filter(Boolean).join(", via ");
    const reference = origin ? `${origin}, in ${page}` : page;
    const at = [panel.dataset.at, place].filter(Boolean).join(", ");
    return {
      ...(words && { "the words": `“${words}” (${at})\n${reference}` }),
      "the reference": reference,
      ...(origin && { "this page alone": page, "the original alone": `${original.replace(/\.$/, "")}.` }),
      ...Object.fromEntries([...panel.querySelectorAll("pre")].map((pre) => [pre.dataset.format, pre.textContent])),
    };
  },

  /* A row of buttons that copy: under each name what `texts` gives when it is pressed. */
  buttons: (names, texts) => {
    const row = document.createElement("p");
    row.className = "copies";
    row.append("Copy: ");
    for (const name of names) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.setAttribute("aria-live", "polite");
      button.addEventListener("click", () => dossier.copy(texts()[name], button));
      row.append(button, " ");
    }
    return row;
  },

  copy: async (text, button) => {
    const said = button.textContent;
    let copied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea"); // a page that is no secure context has no clipboard
      field.value = text;
      button.after(field);
      field.select();
      copied = document.execCommand("copy");
      field.remove();
      button.focus();
    }
    button.textContent = copied ? "Copied" : "The browser does not allow it";
    setTimeout(() => { button.textContent = said; }, 2000);
  },
};

document.querySelectorAll(".page :is([role='doc-noteref'], .ref-lost, .headerlink)").forEach((mark) => {
  mark.dataset.drawn = mark.textContent;
  if (mark.href && !mark.title) mark.setAttribute("aria-label", mark.textContent);
  mark.textContent = "";
  if (mark.matches(".headerlink")) mark.parentElement.setAttribute("aria-label", mark.parentElement.textContent.trim());
});

document.querySelectorAll("details.citing").forEach((cite) => {
  const [summary, panel] = cite.children;
  const said = () => dossier.copies({ words: panel.querySelector(".citing__words")?.textContent });
  panel.prepend(dossier.buttons(Object.keys(said()), said));
  const close = () => { cite.open = false; };
  cite.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !cite.open) return;
    close();
    summary.focus();
  });
  addEventListener("click", (event) => { if (!cite.contains(event.target)) close(); });
});
