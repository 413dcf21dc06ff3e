/* Copying. Note marks and the signs behind headings are drawn instead of written, so that they are neither selected nor
   in the way of the browser's own search; a button copies words with author, title, year, place and, where the site has
   one, the address. Without this file the marks are text, and the buttons are not there. */

const dossier = {
  /* Words as they are pasted: in quotation marks, whose they are, and where they can be read. */
  citation: (words, cite, anchor = "") => {
    const canonical = document.querySelector("link[rel=canonical]")?.href;
    return [`“${words}”`, cite, ...(canonical ? [canonical + anchor] : [])].join("\n");
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
});

document.querySelectorAll("button.copy[data-words]").forEach((button) => {
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => dossier.copy(dossier.citation(button.dataset.words, button.dataset.cite), button));
});
