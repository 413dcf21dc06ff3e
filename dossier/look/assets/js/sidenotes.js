/* Side notes of a source are as near to their words as they can be, and show as much of themselves as there is room for,
   without meeting each other or making the passage higher. Without this file they begin at the top of their passage. */

(() => {
  const page = document.querySelector(".page--source");
  if (!page) return;

  const all = (selector, within = page) => [...within.querySelectorAll(selector)];
  const beside = matchMedia("(min-width: 60em)");

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
  const placeAll = () => {
    page.classList.add("page--placed");
    if (!beside.matches) return;
    all(".margin li").forEach(({ style }) => {
      style.removeProperty("--down");
      style.setProperty("--lines", "none");
    });
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

  let width = 0;
  new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width !== width) {
      width = contentRect.width;
      placeAll();
    }
  }).observe(page);
  page.addEventListener("reading:changed", placeAll);
})();
