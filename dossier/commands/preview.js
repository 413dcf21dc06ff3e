/* A page of a preview: it reloads after a save, at the same place, and shows mistakes over the last good page. */
(() => {
  const store = "dossier-preview";

  const keep = () => {
    const seen = [...document.querySelectorAll("article [id]")].find((element) => element.getBoundingClientRect().bottom > 0 && element.offsetParent);
    const open = [...document.querySelectorAll("details")].map((details) => details.open);
    const place = { path: location.pathname, y: scrollY, open, id: seen ? seen.id : "", top: seen ? seen.getBoundingClientRect().top : 0 };
    sessionStorage.setItem(store, JSON.stringify(place));
  };

  const restore = () => {
    const place = JSON.parse(sessionStorage.getItem(store) || "null");
    sessionStorage.removeItem(store);
    if (!place || place.path !== location.pathname) return;
    document.querySelectorAll("details").forEach((details, at) => { if (place.open[at]) details.open = true; });
    const seen = place.id && document.getElementById(place.id);
    scrollTo({ top: seen ? scrollY + seen.getBoundingClientRect().top - place.top : place.y, behavior: "instant" });
  };

  const line = (parent, tag, words) => {
    const element = document.createElement(tag);
    element.textContent = words;
    parent.append(element);
    return element;
  };

  const show = (problems) => {
    document.getElementById("preview-problems")?.remove();
    const all = [...problems, ...preview.warnings.map((message) => ({ where: "", message, help: "" }))];
    if (!all.length) return;
    const box = document.createElement("aside");
    box.id = "preview-problems";
    box.setAttribute("role", "alert");
    box.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;z-index:99;padding:.8rem 1.2rem;background:#fff;color:#222;border-top:4px solid #b00020;font:14px/1.45 system-ui,sans-serif;box-shadow:0 -4px 24px #0004;white-space:pre-wrap";
    line(box, "strong", all.length === 1 ? "Not shown yet: 1 problem" : `Not shown yet: ${all.length} problems`);
    for (const problem of all.slice(0, 12)) {
      const item = line(box, "p", "");
      item.style.margin = ".5rem 0 0";
      if (problem.where) line(item, "code", problem.where);
      line(item, "span", ` ${problem.message}`);
      if (problem.help) line(item, "div", problem.help).style.color = "#555";
    }
    document.body.append(box);
  };

  history.scrollRestoration = "manual";
  if (document.readyState === "complete") restore();
  else addEventListener("load", restore);

  const saves = new EventSource(preview.live);
  saves.onmessage = (event) => {
    const told = JSON.parse(event.data);
    if (told.shown !== preview.version) {
      saves.close();
      keep();
      location.reload();
    } else show(told.problems);
  };
  addEventListener("pagehide", () => saves.close());
})();
