/* The timeline narrowed to a source, a thing or a kind of claim. The address says to which (?source=rain2020), so that a
   narrowed timeline can be linked, and Back undoes a choice. Without this file all of it is shown. */

(() => {
  const form = document.querySelector("form[data-filter=timeline]");
  if (!form) return;

  const selects = [...form.querySelectorAll("select")];
  const status = form.querySelector("[role=status]");
  const chips = form.querySelector(".filter__chips");
  const claims = [...document.querySelectorAll(".timeline__claim[data-claim]")];
  const moments = [...document.querySelectorAll(".timeline__entry")];
  const drawings = [...document.querySelectorAll("svg.drawing--timeline")];

  const fits = (claim) => selects.every(({ name, value }) => !value || (claim.getAttribute(`data-${name}`) || "").split(" ").includes(value));

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      const value = asked.get(select.name) || "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
  };

  const write = () => {
    const address = new URL(location.href);
    for (const { name, value } of selects) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    address.hash = "";
    try {
      history.pushState(null, "", address.href.replace(/#$/, ""));
    } catch {
      /* a page opened as a file may not change its address; the choice holds all the same */
    }
  };

  const chip = (words, name, undo) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip";
    button.textContent = words;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", () => {
      undo();
      write();
      show();
      selects[0].focus();
    });
    chips.append(button, " ");
  };

  const show = () => {
    const kept = new Set();
    for (const claim of claims) {
      claim.hidden = !fits(claim);
      if (!claim.hidden) kept.add(claim.dataset.claim);
    }
    for (const moment of moments) moment.hidden = !moment.querySelector(".timeline__claim:not([hidden])");
    document.querySelectorAll("ol.timeline").forEach((list) => {
      const heading = list.previousElementSibling;
      const empty = !list.querySelector(":scope > :not([hidden])");
      list.hidden = empty;
      heading.hidden = empty;
      const entry = document.querySelector(`.years a[href="#${heading.id}"]`);
      if (entry) entry.closest("li").hidden = empty;
    });
    for (const drawing of drawings) {
      drawing.querySelectorAll("a[data-claims]").forEach((mark) => {
        mark.classList.toggle("is-away", !mark.dataset.claims.split(" ").some((claim) => kept.has(claim)));
      });
      drawing.querySelectorAll("a[data-moments]").forEach((mark) => {
        const left = mark.dataset.moments.split(", ").filter((moment) => moment.split(" ").some((claim) => kept.has(claim))).length;
        const title = mark.querySelector("title");
        mark.classList.toggle("is-away", !left);
        mark.querySelector(".count").textContent = left;
        title.textContent = title.textContent.replace(/[0-9,]+ moments?$/, `${left} ${left === 1 ? "moment" : "moments"}`);
      });
      drawing.dispatchEvent(new Event("drawing:changed"));
    }

    say();
  };

  const say = () => {
    const chosen = selects.filter((select) => select.value);
    const left = moments.filter((moment) => !moment.hidden).length;
    const what = moments.length === 1 ? "moment" : "moments";
    status.textContent = !chosen.length ? `All ${moments.length} ${what}`
      : left ? `${left} of ${moments.length} ${what}` : `No moment fits; there are ${moments.length}`;
    chips.replaceChildren();
    for (const select of chosen) {
      const facet = form.querySelector(`label[for="${select.id}"]`).textContent;
      const words = `${facet}: ${select.selectedOptions[0].textContent}`;
      chip(words, `Remove ${words}`, () => { select.value = ""; });
    }
    if (chosen.length > 1) chip("Show all", "Show all moments", () => chosen.forEach((select) => { select.value = ""; }));
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => { write(); show(); });
  addEventListener("popstate", () => { read(); show(); });
  read();
  if (selects.some((select) => select.value)) show();
  else say();
})();
