/* Pictures by keyboard: each is one stop of the Tab key, arrow keys go from mark to mark.
   Without this file every mark is a stop of its own. */

(() => {
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const whenIdle = window.requestIdleCallback ?? setTimeout;
  const shown = (mark) => mark.getClientRects().length > 0;

  const marksOf = (drawing) => [...drawing.querySelectorAll("a[href]")];

  /* Exactly one mark that is shown can be reached with Tab: the last one that was, else the first. */
  const settle = (drawing, wanted) => {
    const marks = marksOf(drawing);
    const there = marks.filter(shown);
    const one = wanted || there.find((mark) => mark.getAttribute("tabindex") === "0") || there[0];
    marks.forEach((mark) => mark.setAttribute("tabindex", mark === one ? "0" : "-1"));
  };

  document.querySelectorAll("svg.drawing").forEach((drawing) => {
    if (marksOf(drawing).length < 2) return;
    whenIdle(() => settle(drawing));
    drawing.addEventListener("focusin", (event) => settle(drawing, event.target.closest("a")));
    drawing.addEventListener("keydown", (event) => {
      const marks = marksOf(drawing).filter(shown);
      const at = marks.indexOf(event.target.closest("a"));
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      let next = at;
      if (event.key in STEPS) next = at + STEPS[event.key];
      else if (event.key === "Home") next = 0;
      else if (event.key === "End") next = marks.length - 1;
      else return;
      event.preventDefault();
      marks[next]?.focus();
    });
    drawing.addEventListener("drawing:changed", () => settle(drawing));
    drawing.closest(".picture")?.querySelectorAll(".picture__keys").forEach((hint) => { hint.hidden = false; });
  });

  /* In a network, the lines of the node that is pointed at or in focus stand out. */
  document.querySelectorAll(".drawing--network").forEach((drawing) => {
    const light = (event) => {
      const node = event.type === "pointerout" || event.type === "focusout" ? "" : event.target.closest("a")?.dataset.node;
      drawing.querySelectorAll(".tie[data-ends]").forEach((tie) => {
        tie.classList.toggle("is-lit", Boolean(node) && tie.dataset.ends.split(" ").includes(node));
      });
    };
    ["pointerover", "pointerout", "focusin", "focusout"].forEach((sort) => drawing.addEventListener(sort, light));
  });

  /* A drawing for the other width comes into sight when the window changes. */
  addEventListener("resize", () => document.querySelectorAll("svg.drawing").forEach((drawing) => {
    if (marksOf(drawing).length > 1) settle(drawing);
  }));
})();
