/* The frame around every page: the choice of colors, the drawer, and what follows the reader down the page: its title in
   the header, the place in its contents, the way back up. Without this file the colors follow the system. */

(() => {
  const one = (selector) => document.querySelector(selector);

  /* Colors: the first choice follows the system, which the style sheet does by itself, so it is not kept. */
  const options = [...document.querySelectorAll("form[data-md-component=palette] input")];
  const labels = [...document.querySelectorAll("form[data-md-component=palette] label")];
  const colors = ["media", "scheme", "primary", "accent"];
  const follows = (option) => option.dataset.mdColorMedia === "(prefers-color-scheme)";
  const valueOf = (option, name) => option.getAttribute(`data-md-color-${name}`);
  const mark = (index) => {
    options[index].checked = true;
    labels.forEach((label, at) => { label.hidden = at !== index; });
  };
  /* `palette.html` of the theme reads it before the page is painted. */
  const key = `${Dossier.root.pathname}.__palette`;
  const kept = () => { try { return JSON.parse(localStorage.getItem(key))?.index ?? 0; } catch { return 0; } };
  const keep = (choice) => { try { localStorage.setItem(key, JSON.stringify(choice)); } catch { /* for this page only */ } };
  const choose = (index) => {
    const option = options[index];
    for (const name of colors) document.body.setAttribute(`data-md-color-${name}`, valueOf(option, name));
    keep(follows(option) ? null : { index, color: Object.fromEntries(colors.map((name) => [name, valueOf(option, name)])) });
    mark(index);
  };
  if (options.length) {
    mark(Math.min(kept(), options.length - 1));
    options.forEach((option, index) => option.addEventListener("change", () => choose(index)));
  }

  /* The drawer: its button opens it and puts the focus into it; Escape closes it, and so does leaving it. */
  const [drawn, menu, drawer] = ["#__drawer", ".menu", ".drawer"].map(one);
  const draw = (isOpen) => {
    drawn.checked = isOpen;
    menu.setAttribute("aria-expanded", String(isOpen));
  };
  const shut = () => {
    draw(false);
    menu.focus();
  };
  if (drawer) {
    drawn.addEventListener("change", () => draw(drawn.checked));
    menu.addEventListener("click", () => {
      draw(true);
      drawer.querySelector("button").focus();
    });
    drawer.querySelector("button").addEventListener("click", shut);
    drawer.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); });
    drawer.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !drawer.contains(relatedTarget)) draw(false);
    });
  }

  /* What is folded is open on paper, and where a link leads into it. */
  const open = new Set();
  addEventListener("beforeprint", () => document.querySelectorAll("details:not([open])").forEach((fold) => {
    open.add(fold);
    fold.open = true;
  }));
  addEventListener("afterprint", () => {
    open.forEach((fold) => { fold.open = false; });
    open.clear();
  });

  const bar = one(".md-header__title");
  const title = one("h1");
  const up = one(".md-top");
  const lines = [...document.querySelectorAll(".md-nav--secondary a[href^='#']")];
  const places = lines.map((line) => document.getElementById(decodeURIComponent(line.hash.slice(1))));
  const wrap = lines[0]?.closest(".md-sidebar__scrollwrap");
  const below = 100; // pixels: the header, and a heading below it
  let before = 0;
  let current = null;
  const follow = () => {
    bar?.classList.toggle("md-header__title--active", title !== null && title.getBoundingClientRect().bottom < below / 2);
    if (up) up.hidden = scrollY > before || scrollY < innerHeight;
    before = scrollY;
    const line = lines[places.findLastIndex((place) => place && place.getBoundingClientRect().top < below)];
    if (line === current) return;
    current?.classList.remove("md-nav__link--active");
    line?.classList.add("md-nav__link--active");
    current = line;
    if (line) wrap.scrollTop = line.offsetTop - wrap.clientHeight / 2;
  };
  let waiting = 0;
  addEventListener("scroll", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(follow);
  }, { passive: true });
  up?.addEventListener("click", () => scrollTo(0, 0));
})();
