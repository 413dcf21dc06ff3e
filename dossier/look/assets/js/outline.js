/* The folded outline closes when one of its lines is followed; else it would cover what it leads to. */

document.querySelectorAll(".side details").forEach((fold) => fold.addEventListener("click", (event) => {
  if (event.target.closest("a")) fold.open = false;
}));
