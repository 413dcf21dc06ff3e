/* Reading a source: a claim's words, number and statement light up together; notes and statements show beside the pointer;
   marks can be turned off, and lost letters shown as supplied. The page says all of it without this file, too. */

(() => {
  const page = document.querySelector(".page--source");
  if (!page) return;

  const all = (selector, within = page) => [...within.querySelectorAll(selector)];
  const claimsOf = (element) => {
    const named = element.dataset.claims || element.dataset.claim || element.closest("[data-claim]")?.dataset.claim;
    return named ? named.split(" ") : [];
  };

  /* Light up everything that belongs to some claims. */

  const light = (claims, sort) => {
    all(`.${sort}`).forEach((element) => element.classList.remove(sort));
    for (const claim of claims) {
      all(`mark[data-claims~="${claim}"], [data-claim="${claim}"]`).forEach((element) => element.classList.add(sort));
    }
  };

  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1)).replace(/--\d+$/, "");
    const target = id && document.getElementById(id);
    const claimed = target && target.matches("span") && target.querySelector("mark");
    light(claimed ? [id] : [], "arrived");
  };
  addEventListener("hashchange", arrive);
  arrive();

  /* A small window beside the words: the text of a note, or the statements that rest on a passage. */

  const tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "reading--tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  page.append(tip);
  let owner = null;

  const statements = (claims) =>
    claims.flatMap((claim) => all(`.margin__claim[data-claim="${claim}"] > a`).slice(0, 1)).map((link) => link.cloneNode(true));

  const contentFor = (element) => {
    if (element.matches("[role='doc-noteref']")) {
      const note = document.getElementById(element.hash.slice(1));
      return note ? all("p", note).map((paragraph) => {
        const copy = paragraph.cloneNode(true);
        copy.querySelectorAll(".marker, .notes__back").forEach((extra) => extra.remove());
        copy.querySelectorAll("[id]").forEach((named) => named.removeAttribute("id"));
        return copy;
      }) : [];
    }
    return statements(claimsOf(element)).map((link) => {
      const line = document.createElement("p");
      line.append(link);
      return line;
    });
  };

  const show = (element) => {
    const content = contentFor(element);
    if (!content.length) return;
    owner?.removeAttribute("aria-describedby");
    owner = element;
    tip.replaceChildren(...content);
    tip.hidden = false;
    if (element.matches("a")) element.setAttribute("aria-describedby", tip.id);
    const words = element.getClientRects()[0];
    const frame = page.getBoundingClientRect();
    const left = Math.min(Math.max(words.left - frame.left - 20, 0), frame.width - tip.offsetWidth);
    tip.style.setProperty("--tip-x", `${Math.max(left, 0)}px`);
    tip.style.setProperty("--tip-y", `${words.bottom - frame.top + 4}px`);
  };

  const hide = () => {
    owner?.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  };

  const beside = matchMedia("(min-width: 60em)");
  const wantsTip = (element) => element.matches("[role='doc-noteref']") || !beside.matches;
  const touchable = "mark[data-claims], a.marker, .margin__claim, a[role='doc-noteref']";

  const enter = (event) => {
    const element = event.target.closest?.(touchable);
    if (!element || !page.contains(element) || tip.contains(element)) return;
    light(claimsOf(element), "lit");
    if (wantsTip(element)) show(element);
  };
  const leave = (event) => {
    if (tip.contains(event.relatedTarget) || (event.relatedTarget && tip.contains(event.target))) return;
    light([], "lit");
    hide();
  };
  page.addEventListener("mouseover", enter);
  page.addEventListener("focusin", enter);
  page.addEventListener("mouseout", leave);
  page.addEventListener("focusout", leave);
  page.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-claims]");
    if (mark && !beside.matches) show(mark);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  /* Switches. */

  const tools = document.createElement("p");
  tools.className = "reading-tools";
  const addSwitch = (words, name, apply) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    const set = (on) => {
      button.setAttribute("aria-pressed", String(on));
      apply(on);
      try { localStorage.setItem(`reading.${name}`, on ? "1" : ""); } catch { /* kept for this page only */ }
    };
    button.addEventListener("click", () => set(button.getAttribute("aria-pressed") !== "true"));
    let kept = "";
    try { kept = localStorage.getItem(`reading.${name}`) || ""; } catch { /* starts as it is */ }
    set(kept === "1");
    tools.append(button);
  };
  addSwitch("Hide the marks", "plain", (on) => page.classList.toggle("page--unmarked", on));
  const restored = all(".restored[data-supplied]");
  if (restored.length) {
    restored.forEach((element) => { element.dataset.restored = element.textContent; });
    addSwitch("Letters as supplied", "supplied", (on) => {
      restored.forEach((element) => { element.textContent = on ? element.dataset.supplied : element.dataset.restored; });
    });
  }
  page.querySelector(".lede")?.after(tools);
})();
