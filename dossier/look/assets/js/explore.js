/* Explore: its files are loaded on its page alone. Without them the page lists all names. */

document.querySelectorAll("[data-explore]").forEach((frame) => {
  Dossier.load("assets/explore.js").then(() => Dossier.explore(frame)).catch(() => {
    frame.querySelector("[data-part=status]").textContent = "The claims cannot be loaded now; load the page again.";
    frame.hidden = false;
  });
});
