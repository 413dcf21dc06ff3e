/* The search in the head of each page, and that of the page for addresses that there are none at, which searches for the
   words of the address. Its files are loaded when it is first used. */

document.querySelectorAll("form.search").forEach((form) => {
  const input = form.querySelector("input");
  const stays = "stays" in form.dataset;
  if (stays) {
    const parts = (Dossier.address(location.href) || "").split(/[/#?]/).filter((part) => part && !/^index\.html?$/.test(part));
    try {
      input.value = decodeURIComponent(parts.at(-1) || "").replace(/\.\w+$/, "").replace(/[-_+]+/g, " ").trim();
    } catch {
      /* an address that is no text is not searched for */
    }
  }
  let loading = null;
  const start = () => {
    loading = Dossier.load("assets/search.js").then(() => Dossier.searchBox(form)).catch(() => {
      loading = null;
      input.addEventListener("focus", start, { once: true });
    });
    Dossier.load("search/names.js").catch(() => {}); // the box asks for it again
  };
  form.addEventListener("submit", (event) => {
    if (!loading || form.dataset.ready) return; // the box does it, or Explore
    event.preventDefault();
    loading.then(() => (form.dataset.ready ? form.requestSubmit() : form.submit()));
  });
  input.addEventListener("focus", start, { once: true });
  if (document.activeElement === input || (stays && input.value)) start();
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || !form.closest("header")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
});
