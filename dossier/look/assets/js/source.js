/* Reading a source: a claim's words, number and statement light up together; a panel shows the text of a note, the
   statements that rest on a passage, or the way to copy what is selected; what is quoted can be shown, numbers hidden,
   lost letters shown as supplied. The page says all of it without this file, too. */

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

  /* The panel: a head that says what it holds, and below it what scrolls. */

  const header = 96;
  const panel = document.createElement("div");
  panel.className = "tip";
  panel.id = "reading--tip";
  panel.innerHTML = '<p class="tip__head"><span class="tip__title"></span> <button type="button" class="tip__close">Close</button></p><div class="tip__body"></div>';
  const [title, closeButton] = panel.querySelector(".tip__head").children;
  const body = panel.lastElementChild;
  let owner = null;
  let closing = 0;
  let held = false;
  let copied = () => ({});

  const hide = () => {
    clearTimeout(closing);
    const back = panel.contains(document.activeElement) ? owner : null;
    owner?.removeAttribute?.("aria-describedby");
    [owner, held] = [null, false];
    panel.remove();
    back?.focus?.();
  };
  const show = (of, { head, content, lines, after, words, hold }) => {
    hide();
    [owner, held] = [of, hold];
    title.textContent = head;
    body.replaceChildren(...content);
    copied = words;
    copies.hidden = !words;
    after.after(panel);
    const scrolls = body.scrollHeight > body.clientHeight + 1;
    if (scrolls) {
      title.textContent += "; scroll for more";
      body.tabIndex = 0;
    } else body.removeAttribute("tabindex");
    const around = panel.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const frame = page.getBoundingClientRect();
    const above = lines[0].top - panel.offsetHeight - 4;
    const below = lines.at(-1).bottom + 4;
    const top = below + panel.offsetHeight > innerHeight && above > header ? above : below;
    const left = Math.min(Math.max(lines.at(-1).left - 20, frame.left), frame.right - panel.offsetWidth);
    panel.style.setProperty("--tip-x", `${left - around.left}px`);
    panel.style.setProperty("--tip-y", `${top - around.top}px`);
  };
  closeButton.addEventListener("click", hide);
  const copies = dossier.buttons(["the words", "the reference", "BibTeX", "RIS", "CSL-JSON"], () => copied());
  panel.append(copies);

  /* What it shows. */

  const pageMarks = all("[role='doc-pagebreak']");
  const pageOf = (node, element) => element.closest("[data-page]")?.dataset.page ??
    pageMarks.findLast((mark) => mark.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)?.dataset.page;
  const placeOf = (node) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const number = element.closest("[data-number]:not(.marker)")?.dataset.number;
    const note = element.closest(".notes > li")?.querySelector(".notes__label").textContent;
    const place = [pageOf(node, element), note && `note ${note}`].filter(Boolean).join(", ");
    return place || (number && `paragraph ${number}`);
  };
  const cited = (words, places, anchor) =>
    dossier.copies({ words, place: [...new Set(places.filter(Boolean))].join(" to "), anchor });
  const together = (all) => Object.fromEntries(Object.keys(all[0])
    .map((name) => [name, [...new Set(all.map((copies) => copies[name]))].join("\n\n")]));
  const markerOf = (claim) => page.querySelector(`a.marker[data-claim="${claim}"]`);
  const wordsOf = (claim) => markerOf(claim).dataset.words ??
    all(`[id="${claim}"], [id^="${claim}--"]`).map((piece) => piece.textContent).join("");

  const showNote = (reference, hold) => {
    const note = document.getElementById(reference.hash.slice(1));
    if (!note) return;
    const content = all(".passage > p", note).map((paragraph) => {
      const copy = paragraph.cloneNode(true);
      copy.querySelectorAll(".marker, .notes__back").forEach((extra) => extra.remove());
      copy.querySelectorAll("[id]").forEach((named) => named.removeAttribute("id"));
      return copy;
    });
    const label = note.querySelector(".notes__label").textContent;
    show(reference, { head: `Note ${label}`, content, lines: [...reference.getClientRects()], after: reference, hold });
    reference.setAttribute("aria-describedby", panel.id);
  };
  const showClaims = (element, hold) => {
    const claims = claimsOf(element).sort((one, other) => markerOf(one).dataset.number - markerOf(other).dataset.number);
    const content = claims.flatMap((claim) => {
      const link = page.querySelector(`.margin__claim[data-claim="${claim}"] > a`)?.cloneNode(true);
      if (!link) return [];
      link.removeAttribute("tabindex");
      const line = document.createElement("p");
      line.append(link);
      return [line];
    });
    if (!content.length) return;
    const head = content.length === 1 ? "1 claim quotes these words" : `${content.length} claims quote these words`;
    const words = () => together(claims.map((claim) => cited(
      wordsOf(claim),
      [document.getElementById(claim), markerOf(claim)].map(placeOf),
      `#${claim}`,
    )));
    const after = element.matches("mark") ? element.closest(".passage")?.firstElementChild ?? element : element;
    show(element, { head, content, lines: [...element.getClientRects()], after, words, hold });
  };
  const ofText = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest(".page--source .passage > :first-child");
  const showSelected = () => {
    const selection = getSelection();
    const words = selection.toString().trim();
    const ends = selection.rangeCount && words
      ? [selection.getRangeAt(0).startContainer, selection.getRangeAt(0).endContainer] : [];
    const [from, to] = ends.map(ofText);
    if (!from || !to) {
      if (owner === selection) hide();
      return;
    }
    const anchor = from.id || from.closest("li[id]")?.id;
    show(selection, {
      head: "Selected words",
      content: [],
      lines: [...selection.getRangeAt(0).getClientRects()],
      after: to,
      words: () => cited(words, ends.map(placeOf), anchor ? `#${anchor}` : ""),
      hold: true,
    });
  };
  let selecting = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(selecting);
    selecting = setTimeout(showSelected, 300);
  });

  /* When it shows: at once for a note, for a passage where its statements are not in sight, or when clicked. */

  const isSeen = (element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && top > header && bottom < innerHeight;
  };
  const isBeside = (element) =>
    Boolean(element.closest(".margin")) || claimsOf(element).every((claim) => all(`.margin__claim[data-claim="${claim}"]`).some(isSeen));
  const touchable = "mark[data-claims], a.marker, .margin__claim, a[role='doc-noteref']";
  const touched = (event) => (panel.contains(event.target) ? null : event.target.closest?.(touchable));

  const enter = (event) => {
    if (panel.contains(event.target)) clearTimeout(closing);
    const element = touched(event);
    if (!element) return;
    light(claimsOf(element), "lit");
    if (held || element === owner) clearTimeout(closing);
    else if (element.matches("[role='doc-noteref']")) showNote(element);
    else if (!isBeside(element)) showClaims(element);
  };
  const leave = (event) => {
    if (!touched(event) && !panel.contains(event.target)) return;
    light([], "lit");
    if (held) return;
    clearTimeout(closing);
    closing = setTimeout(hide, event.type === "focusout" ? 0 : 300);
  };
  page.addEventListener("mouseover", enter);
  page.addEventListener("focusin", enter);
  page.addEventListener("mouseout", leave);
  page.addEventListener("focusout", leave);
  addEventListener("click", (event) => {
    const mark = touched(event)?.closest("mark");
    if (mark && getSelection().isCollapsed) showClaims(mark, true);
    else if (owner !== getSelection() && !panel.contains(event.target) && !touched(event)) hide();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  /* Switches, remembered from page to page where the browser allows it. */

  const remembered = {
    get: (name) => { try { return localStorage.getItem(`reading.${name}`) === "1"; } catch { return false; } },
    set: (name, on) => { try { localStorage.setItem(`reading.${name}`, on ? "1" : ""); } catch { /* for this page only */ } },
  };
  const restored = all(".restored[data-supplied]");
  restored.forEach((element) => { element.dataset.restored = element.textContent; });
  const spell = (on) => restored.forEach((element) => { element.textContent = on ? element.dataset.supplied : element.dataset.restored; });

  all(".reading-tools").forEach((tools) => { tools.hidden = false; });
  all("[data-switch]").forEach((button) => {
    const name = button.dataset.switch;
    const set = (on) => {
      button.setAttribute("aria-pressed", String(on));
      page.classList.toggle(`page--${name}`, on);
      if (name === "supplied") spell(on);
    };
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      set(on);
      remembered.set(name, on);
      page.dispatchEvent(new Event("reading:changed"));
    });
    set(remembered.get(name));
  });
})();
