/* The outline is open where it is at the side. Elsewhere it is folded, and closes when one of its lines is followed; else it
   would cover what it leads to. Without this file it is shown at the side all the same, by the style sheet. */

(() => {
  const beside = matchMedia("(min-width: 76.25em)");
  document.querySelectorAll(".side details").forEach((fold) => {
    const place = () => {
      fold.open = beside.matches;
      fold.firstElementChild.tabIndex = beside.matches ? -1 : 0;
    };
    beside.addEventListener("change", place);
    place();
    fold.addEventListener("click", (event) => {
      if (event.target.closest("a")) fold.open = beside.matches;
    });
  });
})();
