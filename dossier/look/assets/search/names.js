/* "Go to": what has a name, by its names, by the beginnings of their words, and with letters wrong. */

Dossier.names = (() => {
  const { words, spelled, stem, compounds, asked, distance } = Dossier.words;
  /* How well a name of each kind answers, all else equal; and what is too little to be shown. */
  const KINDS = { Question: 0.82, Topic: 0.97, Note: 0.8, Glossary: 0.9 };
  const ENOUGH = 34;

  /* An address of its start and the rest, 0 for a name as addresses have it: the same as in `render/search/names.py`. */
  const address = (start, rest, name) => {
    const end = rest === 0 ? name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") : rest;
    return start + end + (start.endsWith("/") ? "/" : "");
  };

  let loaded;
  const things = () => {
    loaded ||= Dossier.load("search/names.js").then(([small, kinds, rows]) => {
      const little = new Set(small.flatMap(words));
      const all = rows.map(([kind, rest, name, others = [], claims = 0, dates = []]) => ({
        kind: kinds[kind][0],
        address: address(kinds[kind][1], rest, name),
        name,
        claims,
        dates: dates.map((date) => date.replace(/-/g, "")),
        forms: [name, ...others].map((form, at) => {
          const parts = spelled(form).map((word) => ({ word, stem: stem(word) }));
          const stems = parts.map((part) => part.stem);
          const telling = stems.filter((part) => !little.has(part)).length || 1;
          return { form, parts, telling, text: stems.join(" "), whole: stems.join(""), main: at === 0 };
        }),
        compounds: [name, ...others].flatMap(compounds),
      }));
      return { little, all };
    });
    return loaded;
  };

  /* How well one word answers another, 0 to 1; the last one may be half typed. The same words are in many names. */
  const likeness = (asked, part, last) => {
    if (!asked.likes.has(part.word)) asked.likes.set(part.word, compared(asked, part, last));
    return asked.likes.get(part.word);
  };
  const compared = (asked, part, last) => {
    if (asked.stem === part.stem) return 1;
    const [typed, word] = [asked.word, part.word];
    if (typed.length >= 3 && (word.startsWith(typed) || part.stem.startsWith(asked.stem))) return last ? 0.85 : 0.7;
    if (typed.length < 3 || word.length < 4 || /\d/.test(typed)) return 0;
    const far = distance(typed, word, typed.length >= 7 ? 2 : 1);
    if (far < Infinity) return (typed[0] === word[0] ? 0.8 : 0.6) - 0.12 * far;
    return typed.length >= 5 && distance(typed, word.slice(0, typed.length), 1) < 2 ? 0.5 : 0;
  };
  /* How well the dates of a thing, in digits, answer the word of a date: 1, or less where only the month is known. */
  const onDate = (word, dates) => {
    if (!dates.length || !/^d?\d{4,8}$/.test(word)) return 0;
    const digits = word.replace("d", "");
    const fits = word.startsWith("d") && digits.length === 4 ? (date) => date.slice(4) === digits : (date) => date.startsWith(digits);
    if (dates.some(fits)) return 1;
    return dates.some((date) => date.length === 6 && digits.startsWith(date)) ? 0.85 : 0;
  };

  /* How well a form of a name answers a question, 0 to 100; of three words or more, one may be missing. */
  const ofForm = ({ parts, text, whole, telling, main }, query, dates) => {
    const factor = main ? 1 : 0.985;
    if (text === query.text) return 100 * factor;
    if (whole === query.whole) return 96 * factor;
    if (query.text.length >= 3 && text.startsWith(query.text) && (main || text[query.text.length] !== " ")) {
      return (80 + (10 * query.text.length) / text.length) * factor;
    }
    const used = new Set();
    let [sum, missing] = [0, 0];
    for (const [at, word] of query.words.entries()) {
      let [best, place] = [0, -1];
      parts.forEach((part, number) => {
        const like = used.has(number) ? 0 : likeness(word, part, at === query.words.length - 1);
        if (like > best) [best, place] = [like, number];
      });
      best = Math.max(best, onDate(word.word, dates));
      if (!best) missing += 1;
      if (missing > (query.words.length >= 3 ? 1 : 0)) return 0;
      used.add(place);
      sum += best;
    }
    const covered = Math.min(1, (query.words.length - missing) / telling);
    if (missing && covered < 0.6) return 0;
    return (40 + 25 * covered) * (sum / query.words.length) * (main ? 1 : 0.93) * (missing ? 0.85 : 1);
  };

  /* The names that answer a question best, each with its thing, of those whose addresses begin so. */
  const find = async (question, within = "", most = 5) => {
    const { little, all } = await things();
    const plain = words(question);
    const every = asked(question).map((word) => ({ word, stem: stem(word), likes: new Map() }));
    const telling = every.filter((word) => !little.has(word.stem));
    const small = plain.filter((word) => telling.length && little.has(word));
    const query = { text: plain.join(" "), whole: plain.join(""), words: telling.length ? telling : every, small };
    if (!query.words.length) return [];
    const found = [];
    for (const thing of all) {
      if (!thing.address.startsWith(within)) continue;
      let [best, form] = [0, thing.forms[0]];
      for (const one of thing.forms) {
        const score = ofForm(one, query, thing.dates);
        if (score > best) [best, form] = [score, one];
      }
      if (best < 76 && query.whole && thing.compounds.includes(query.whole)) best = 76;
      const [{ word }] = query.words;
      if (query.words.length === 1) best = Math.max(best, onDate(word, thing.dates) * (word.length > 7 ? 90 : 78));
      if (best >= ENOUGH && best < 90 && small.length) {
        best += (18 * small.filter((word) => form.parts.some(({ stem: part }) => part === word)).length) / small.length;
      }
      if (best >= ENOUGH) {
        const score = best * (KINDS[thing.kind] || 1) + Math.min(4, Math.log2(1 + thing.claims) * 0.6);
        found.push({ thing, score, form: form.form });
      }
    }
    const before = (one, other) => other.score - one.score || (one.thing.address < other.thing.address ? -1 : 1);
    return found.sort(before).slice(0, most);
  };

  const small = async () => (await things()).little;

  return { find, small };
})();
