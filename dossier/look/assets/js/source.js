/* Reading a source: a claim's words, number and statement light up together; side notes stand beside their words; notes
   and statements show in a small window where no margin does; marks can be turned off, lost letters shown as supplied.
   The page says all of it without this file, too. */

(() => {
  const page = document.querySelector(".page--source");
  if (!page) return;

  const all = (selector, within = page) => [...within.querySelectorAll(selector)];
  const beside = matchMedia("(min-width: 60em)");
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

  const target = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  };
  const arrive = () => {
    const words = target();
    const claim = words?.matches("span[id]") && words.querySelector("mark") ? words.id.replace(/--\d+$/, "") : "";
    light(claim ? [claim] : [], "arrived");
    const folded = claim && page.querySelector(`.margin__claim[data-claim="${claim}"]`)?.closest("details");
    if (folded) folded.open = true;
  };
  addEventListener("hashchange", arrive);
  arrive();

  /* Side notes stand as near to their words as they can, and show as much of themselves as there is room for, without
     meeting each other or making the passage higher. */

  const anchorOf = (note, passage) => {
    const claim = note.dataset.claim;
    return passage.querySelector(claim ? `a.marker[data-claim="${claim}"]` : `a[href="${note.querySelector("a").hash}"]`);
  };
  const cut = (notes, gap, room) => {
    const height = (most) => notes.reduce((sum, { lines, line }) => sum + Math.min(lines, most) * line + gap, -gap);
    const most = [5, 4, 3].find((lines) => height(lines) <= room) ?? 2;
    let over = height(most) - room;
    const longest = [...notes].sort((one, other) => Boolean(one.note.dataset.claim) - Boolean(other.note.dataset.claim));
    for (const one of longest) {
      one.shown = Math.min(one.lines, most);
      if (over > one.line / 2 && one.shown > 1) {
        one.shown = 1;
        over -= one.line;
      }
    }
  };
  const place = (notes, gap, room) => {
    let free = 0;
    for (const note of notes) {
      note.height = note.shown * note.line;
      note.at = Math.max(note.wanted, free);
      free = note.at + note.height + gap;
    }
    let limit = Math.max(room, notes.reduce((sum, { height }) => sum + height + gap, -gap));
    for (const note of [...notes].reverse()) {
      note.at = Math.min(note.at, limit - note.height);
      limit = note.at - gap;
    }
  };
  const placeSideNotes = () => {
    all(".margin li").forEach(({ style }) => {
      style.removeProperty("--down");
      style.setProperty("--lines", "none");
    });
    if (!beside.matches) return;
    const columns = all(".passage > .margin").map((margin) => {
      const words = margin.parentElement.firstElementChild;
      const list = margin.querySelector("ul");
      const { rowGap, lineHeight } = getComputedStyle(list);
      const top = list.getBoundingClientRect().top;
      const notes = all("li", list).filter((note) => note.offsetHeight).map((note) => ({
        note,
        line: parseFloat(lineHeight),
        lines: Math.round(note.offsetHeight / parseFloat(lineHeight)),
        wanted: (anchorOf(note, words)?.getBoundingClientRect().top ?? top) - top,
      }));
      return { notes, gap: parseFloat(rowGap), room: words.getBoundingClientRect().bottom - top };
    });
    for (const { notes, gap, room } of columns) {
      cut(notes, gap, room);
      place(notes, gap, room);
      let free = 0;
      for (const { note, at, height, shown } of notes) {
        note.style.setProperty("--lines", shown);
        note.style.setProperty("--down", `${Math.max(at - free, 0)}px`);
        free = at + height + gap;
      }
    }
  };

  /* A small window beside the words: the text of a note, or the statements that rest on a passage. */

  const tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "reading--tip";
  tip.hidden = true;
  page.append(tip);
  const header = 56;
  let owner = null;
  let closing = 0;

  const noteOf = (reference) => {
    const note = document.getElementById(reference.hash.slice(1));
    return note ? all(".passage > p", note).map((paragraph) => {
      const copy = paragraph.cloneNode(true);
      copy.querySelectorAll(".marker, .notes__back").forEach((extra) => extra.remove());
      copy.querySelectorAll("[id]").forEach((named) => named.removeAttribute("id"));
      return copy;
    }) : [];
  };
  const statementsOf = (claims) => claims.flatMap((claim) => {
    const line = document.createElement("p");
    const link = page.querySelector(`.margin__claim[data-claim="${claim}"] > a`)?.cloneNode(true);
    if (link) line.append(link);
    return link ? [line] : [];
  });

  const hide = () => {
    clearTimeout(closing);
    owner?.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  };
  const show = (element) => {
    const reference = element.matches("[role='doc-noteref']");
    const content = reference ? noteOf(element) : statementsOf(claimsOf(element));
    if (!content.length) return;
    hide();
    owner = element;
    tip.replaceChildren(...content);
    tip.hidden = false;
    if (reference) {
      tip.setAttribute("role", "tooltip");
      element.setAttribute("aria-describedby", tip.id);
    } else {
      tip.removeAttribute("role");
    }
    const lines = [...element.getClientRects()];
    const frame = page.getBoundingClientRect();
    const above = lines[0].top - tip.offsetHeight - 4;
    const below = lines.at(-1).bottom + 4;
    const top = below + tip.offsetHeight > innerHeight && above > header ? above : below;
    const left = Math.min(lines.at(-1).left - frame.left - 20, frame.width - tip.offsetWidth);
    tip.style.setProperty("--tip-x", `${Math.max(left, 0)}px`);
    tip.style.setProperty("--tip-y", `${top - frame.top}px`);
  };

  const isSeen = (element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && top > header && bottom < innerHeight;
  };
  const wantsTip = (element) =>
    element.matches("[role='doc-noteref']") ||
    (!element.closest(".margin") && !claimsOf(element).every((claim) => all(`.margin__claim[data-claim="${claim}"]`).some(isSeen)));
  const touchable = "mark[data-claims], a.marker, .margin__claim, a[role='doc-noteref']";

  const enter = (event) => {
    if (tip.contains(event.target)) {
      clearTimeout(closing);
      return;
    }
    const element = event.target.closest(touchable);
    if (!element) return;
    light(claimsOf(element), "lit");
    if (wantsTip(element)) show(element);
  };
  const leave = (event) => {
    if (!event.target.closest(touchable) && !tip.contains(event.target)) return;
    light([], "lit");
    clearTimeout(closing);
    closing = setTimeout(hide, event.type === "focusout" ? 0 : 300);
  };
  page.addEventListener("mouseover", enter);
  page.addEventListener("focusin", enter);
  page.addEventListener("mouseout", leave);
  page.addEventListener("focusout", leave);
  addEventListener("click", (event) => {
    const mark = event.target.closest?.("mark[data-claims]");
    if (mark && page.contains(mark) && wantsTip(mark)) show(mark);
    else if (!tip.contains(event.target) && !event.target.closest?.(touchable)) hide();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  /* Switches, remembered from page to page where the browser allows it. */

  const remembered = {
    get: (name) => { try { return localStorage.getItem(`reading.${name}`) === "1"; } catch { return false; } },
    set: (name, on) => { try { localStorage.setItem(`reading.${name}`, on ? "1" : ""); } catch { /* for this page only */ } },
  };
  const tools = document.createElement("p");
  tools.className = "reading-tools";
  const addSwitch = (words, name, apply) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    const set = (on) => {
      button.setAttribute("aria-pressed", String(on));
      apply(on);
    };
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      set(on);
      remembered.set(name, on);
      placeSideNotes();
    });
    set(remembered.get(name));
    tools.append(button);
  };
  if (page.querySelector(".passage mark")) {
    addSwitch("Hide the marks", "plain", (on) => page.classList.toggle("page--unmarked", on));
  }
  const restored = all(".restored[data-supplied]");
  if (restored.length) {
    restored.forEach((element) => { element.dataset.restored = element.textContent; });
    addSwitch("Letters as supplied", "supplied", (on) => {
      page.classList.toggle("page--supplied", on);
      restored.forEach((element) => { element.textContent = on ? element.dataset.supplied : element.dataset.restored; });
    });
  }
  page.querySelector(".ways-in")?.after(tools);

  let width = 0;
  new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width !== width) {
      width = contentRect.width;
      placeSideNotes();
    }
  }).observe(page);
  document.fonts?.ready.then(placeSideNotes);
})();
