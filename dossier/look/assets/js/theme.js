/* What the theme leaves unsaid to those who do not see it: what its search box is called. */

document.querySelector('.md-search[role="dialog"]')?.setAttribute("aria-label", "Search");
