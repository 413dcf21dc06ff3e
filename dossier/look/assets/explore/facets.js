/* The facets of Explore: each a list of values with their counts. They are made once and keep their order, so that nothing
   moves under a hand; a value is drawn when it is first shown. */

Dossier.facets = (within, facets, { isChosen, toggle }) => {
  const FEW = 6; // values that are shown before all are asked for
  const MANY = 12; // values of which a field helps to find some

  const { make } = Dossier;
  const boxes = facets.map((facet, at) => {
    const find = make("input", "facet__find");
    const list = make("ul", "facet__values");
    const more = make("button", "facet__more");
    const group = make("div", "", find, list, more);
    const frame = make("details", "facet unfold", make("summary", "", facet.name), group);
    const box = { facet, at, frame, list, more, find, counts: null, items: [], whole: false };
    Object.assign(find, { type: "search", placeholder: "Find", hidden: true });
    find.setAttribute("aria-label", `Find in ${facet.name}`);
    find.addEventListener("input", () => draw(box));
    more.type = "button";
    more.addEventListener("click", () => {
      box.whole = !box.whole;
      find.value = "";
      draw(box);
      if (box.whole && !find.hidden) find.focus();
    });
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", facet.name);
    frame.open = facet.open || facet.values.some(({ value }) => isChosen(facet.id, value));
    frame.addEventListener("toggle", () => draw(box));
    return box;
  });
  within.replaceChildren(...boxes.map(({ frame }) => frame));

  const item = (box, place) => {
    const { value, words } = box.facet.values[place];
    const [input, count] = [make("input"), make("span", "count")];
    input.type = "checkbox";
    input.addEventListener("change", () => toggle(box.facet.id, value));
    const element = make("li", "", make("label", "", input, make("span", "facet__words", words), " ", count));
    const made = { element, input, count };
    box.list.insertBefore(element, box.items.slice(place + 1).find(Boolean)?.element || null);
    box.items[place] = made;
    return made;
  };

  const draw = (box) => {
    const { facet, frame, counts, items, find, more } = box;
    if (!counts) return; // opened by what the address chooses, before the claims are counted
    frame.hidden = !facet.values.some(({ value }, place) => counts[place] || isChosen(facet.id, value));
    if (frame.hidden || !frame.open) return;
    const asked = find.value.trim().toLowerCase();
    let room = box.whole ? Infinity : FEW;
    let useful = 0;
    facet.values.forEach(({ value, words }, place) => {
      const chosen = isChosen(facet.id, value);
      if (counts[place]) useful += 1;
      const isShown = chosen || (counts[place] > 0 && room > 0 && words.toLowerCase().includes(asked));
      if (isShown) room -= 1;
      if (!isShown && !items[place]) return;
      const { element, input, count } = items[place] || item(box, place);
      element.hidden = !isShown;
      input.checked = chosen;
      count.textContent = counts[place].toLocaleString("en");
    });
    find.hidden = !box.whole || facet.values.length < MANY;
    more.hidden = useful <= FEW;
    more.textContent = box.whole ? `The first ${FEW}` : `All ${useful}`;
  };

  /* Draw them with other counts. */
  return (counts) => boxes.forEach((box) => {
    box.counts = counts[box.at];
    draw(box);
  });
};
