/* What the other scripts share: where the site begins, and files that are loaded when they are needed, as scripts that
   hand over one value: so a page below any path, under a strict policy, or opened from a disk has them alike. */

window.Dossier = (() => {
  const root = new URL("..", document.currentScript.src);
  const given = new Map();
  const asked = new Map();

  /* What a file of the site hands over; each is loaded once. */
  const load = (path) => {
    if (!asked.has(path)) {
      asked.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(path, root);
        script.onload = () => resolve(given.get(path));
        script.onerror = () => {
          asked.delete(path);
          script.remove();
          reject(new Error(`${path} cannot be loaded`));
        };
        document.head.append(script);
      }));
    }
    return asked.get(path);
  };

  /* The link to an address of the site; on a disk a folder has no page of its own. */
  const link = (address) => {
    const url = new URL(address, root);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };

  /* The address in the site that a link leads to; nothing where it leads elsewhere. */
  const address = (href) => {
    const url = new URL(href, location.href);
    const path = url.pathname.replace(/index\.html$/, "");
    if (url.origin !== root.origin || !path.startsWith(root.pathname)) return null;
    return path.slice(root.pathname.length) + url.hash;
  };

  /* The last of some parts of the index that begins at or before a key. */
  const partOf = (firsts, key) => {
    let [low, high] = [0, firsts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (firsts[middle] <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const index = () => load("search/index.js");
  const part = async (sort, number) => load(`search/${(await index()).version}/${sort}-${number}.js`);

  /* What a row says, by its number or by the address of what it is about. */
  const named = ([sort, address, title, where, body = [], state = "", there = "", language = ""]) => (
    { sort, address, title, where, body, state, there, language }
  );
  const row = async (number) => {
    const { starts } = await index();
    const at = partOf(starts, number);
    return named((await part("rows", at))[number - starts[at]]);
  };
  const rowOf = async (address) => {
    const found = (await part("rows", partOf((await index()).rows, address))).find((row) => row[1] === address);
    return found && named(found);
  };

  /* An element of a class, if it has a name, with what is in it. */
  const make = (tag, name, ...content) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...content);
    return element;
  };

  return { root, make, load, give: (path, value) => given.set(path, value), link, address, partOf, index, part, row, rowOf };
})();

/* A page that has moved leads on by itself; the place in it that was asked for goes along. */
(() => {
  const moved = document.querySelector("a.moved");
  if (moved && location.hash) location.replace(moved.href + location.hash);
})();
