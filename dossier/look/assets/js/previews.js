/* Previews: what a link to a claim, a name, a question, a work or a note leads to, in a small window beside it: under the
   mouse, in focus, or by a tap on the cue behind it; and what an abbreviation stands for, in focus or by a tap. Escape
   closes it. Without this file each is a link. A source page shows its own claims itself (`source.js`). */

(() => {
  const page = document.querySelector(".page");
  if (!page) return;

  const SHOW = 250; // milliseconds that the mouse or the focus rests on a link
  const HIDE = 250;
  const touch = matchMedia("(hover: none)");
  const PREVIEWED = /^(?!(?:claims\/by|timeline|data|assets)\/)[^/#]+\/[^/#]+\/$|^bibliography\/#./;
  const ELSEWHERE = "svg, .explore, .trail, .neighbors, .outline, .passage, .margin, .tip, .preview, .headerlink";

  const addressOf = (link) => {
    if (!link?.matches?.("a[href]") || !page.contains(link) || link.closest(ELSEWHERE)) return null;
    const address = Dossier.address(link.getAttribute("href"));
    if (!address || !PREVIEWED.test(address)) return null;
    return Dossier.link(address) === location.href.replace(/#.*/, "") ? null : address;
  };

  const { make } = Dossier;
  const link = (address, ...words) => {
    const element = make("a", "", ...words);
    element.href = Dossier.link(address);
    return element;
  };

  const card = make("div", "preview");
  card.id = "preview";
  card.hidden = true;
  card.setAttribute("role", "group");
  card.setAttribute("aria-label", "Preview");
  if ("popover" in card) card.popover = "manual";

  /* Sorts of rows: 0 claim, 1 name, 2 question, 4 note or page, 5 work. */
  const content = ({ sort, address, title, where, body, state, there, language }) => {
    const words = body.map((piece, at) => (sort === 0 && at % 2 ? make("mark", "", piece) : piece));
    const says = make(sort === 0 ? "blockquote" : "p", "preview__says", ...words);
    if (language) Object.assign(says, { lang: language, dir: "auto" });
    const line = make("p", "preview__line");
    if (sort === 0) line.append(there ? link(there, where) : where, state && ` · ${state}`);
    else {
      line.append([where, state].filter(Boolean).join(" · "));
      if (there) line.append(" · ", link(there, sort === 2 ? "the answers side by side" : "what the sources say"));
    }
    const close = make("button", "preview__close", "×");
    close.type = "button";
    close.setAttribute("aria-label", "Close the preview");
    close.addEventListener("click", () => hide(true));
    return [close, make("p", "preview__title", link(address, title)), ...(words.length ? [says] : []), line];
  };

  let owner = null;
  let wanted = null;
  let timer = 0;

  const place = () => {
    const frame = document.documentElement;
    const lines = [...owner.getClientRects()];
    const last = lines.at(-1);
    const below = last.bottom + 6;
    const above = lines[0].top - card.offsetHeight - 6;
    const top = below + card.offsetHeight > innerHeight && above > 60 ? above : below;
    const left = Math.max(8, Math.min(last.left, frame.clientWidth - card.offsetWidth - 8));
    card.style.setProperty("--preview-x", `${left + scrollX}px`);
    card.style.setProperty("--preview-y", `${top + scrollY}px`);
  };
  const hide = (back = false) => {
    clearTimeout(timer);
    wanted = null;
    if (!owner) return;
    const before = owner;
    owner = null;
    if (back && card.contains(document.activeElement)) {
      held = before;
      before.focus();
    }
    before.removeAttribute("aria-describedby");
    if (before.matches("button")) before.setAttribute("aria-expanded", "false");
    if (card.matches(":popover-open")) card.hidePopover();
    card.hidden = true;
    card.remove();
  };
  let held = null; // the link that the focus came back to when its preview was closed
  const show = async (element, address) => {
    wanted = element;
    let parts = null;
    if (address) {
      try {
        const row = await Dossier.rowOf(address);
        if (row) parts = content(row);
      } catch {
        return; // the link leads there all the same
      }
    } else {
      parts = [make("p", "preview__title", element.textContent), make("p", "preview__says", element.title)];
    }
    if (wanted !== element || !parts) return;
    hide();
    owner = element;
    card.replaceChildren(...parts);
    element.after(card);
    if (address) element.removeAttribute("title");
    element.setAttribute("aria-describedby", card.id);
    if (element.matches("button")) element.setAttribute("aria-expanded", "true");
    card.hidden = false;
    card.showPopover?.();
    place();
  };

  const soon = (element, address) => {
    if (owner === element) {
      clearTimeout(timer);
      return;
    }
    wanted = element;
    clearTimeout(timer);
    timer = setTimeout(() => show(element, address), SHOW);
  };
  const later = () => {
    clearTimeout(timer);
    wanted = null;
    if (owner) timer = setTimeout(() => hide(), HIDE);
  };
  const enter = (event) => {
    if (card.contains(event.target)) {
      clearTimeout(timer);
      return;
    }
    const element = event.target.closest?.("a[href], abbr[tabindex]");
    const address = addressOf(element);
    if (element === held || !(address || (element?.matches("abbr") && event.type === "focusin"))) return;
    if (event.type === "focusin" && !element.matches(":focus-visible")) return;
    soon(element, address);
  };
  const leave = (event) => {
    if (event.type === "focusout") held = null;
    const to = event.relatedTarget;
    if (to && (card.contains(to) || owner?.contains(to))) return;
    if (card.contains(event.target) || event.target.closest?.("a[href], abbr[tabindex]")) later();
  };

  page.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse") enter(event); });
  page.addEventListener("pointerout", (event) => { if (event.pointerType === "mouse") leave(event); });
  page.addEventListener("focusin", enter);
  page.addEventListener("focusout", leave);
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(true); });
  addEventListener("click", (event) => { if (owner && !card.contains(event.target) && !owner.contains(event.target)) hide(); });
  addEventListener("resize", () => hide());

  /* An abbreviation is explained where it is first used; the mouse has its title everywhere. */
  const known = new Set();
  page.querySelectorAll("abbr[title]").forEach((element) => {
    if (known.has(element.textContent) || element.closest("a, button, summary, label")) return;
    known.add(element.textContent);
    element.tabIndex = 0;
    element.addEventListener("click", () => show(element));
  });

  /* Where nothing hovers, a cue at the end of each link: it takes no room, so nothing moves when it comes,
     and comes when its link is near. */
  const addCue = (element) => {
    const address = addressOf(element);
    if (!address || element.nextElementSibling?.matches(".cue")) return;
    const cue = make("button", "cue");
    cue.type = "button";
    cue.setAttribute("aria-label", `Preview: ${element.textContent.trim()}`);
    cue.setAttribute("aria-expanded", "false");
    cue.addEventListener("click", () => (owner === cue ? hide() : show(cue, address)));
    element.after(cue);
  };
  const near = new IntersectionObserver((links) => links.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => {
    near.unobserve(target);
    addCue(target);
  }), { rootMargin: "50%" });
  Dossier.addCues = (within) => {
    if (touch.matches) within.querySelectorAll("a[href]").forEach((element) => near.observe(element));
  };
  Dossier.addCues(page);
})();
