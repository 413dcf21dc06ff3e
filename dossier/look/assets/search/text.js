/* What is found in the text: documents that have the words, best first, of quoted words those that have them in a row.
   Only the parts of the index that hold the words, and the rows that are shown, are loaded. */

Dossier.text = (() => {
  const { words, asked, stem, distance } = Dossier.words;
  const PARTS = 3; // that beginnings of words, and words with letters wrong, are looked for in
  const TRIED = 60; // documents that have the words, of which some have them in a row
  const ENOUGH = 5; // that have them in a row

  /* The parts of the index that hold the terms which begin with some letters, at most so many. */
  const partsFrom = async (letters, most) => {
    const { terms } = await Dossier.index();
    const first = Dossier.partOf(terms, letters);
    const last = Math.min(Dossier.partOf(terms, `${letters}\uffff`), first + most - 1);
    const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    return Promise.all(numbers.map((number) => Dossier.part("terms", number)));
  };

  /* The terms that a word stands for, each with how well it does, and where it is found. */
  const variants = async (word, last) => {
    const open = last && word.length >= 3;
    const parts = await partsFrom(word, open ? PARTS : 1);
    const found = [];
    for (const part of parts) {
      for (const term of Object.keys(part)) {
        if (term === word) found.push([term, 1, part[term]]);
        else if (open && term.startsWith(word)) found.push([term, 0.1 + (0.5 * word.length) / term.length, part[term]]);
      }
    }
    if (found.length) return found;
    if (/^d\d{8}$/.test(word)) return (await variants(word.slice(0, 7), false)).map(([term, how, places]) => [term, how / 2, places]);
    if (word.length < 5 || /\d/.test(word)) return [];
    const most = word.length >= 8 ? 2 : 1;
    for (const part of await partsFrom(word.slice(0, 3), PARTS)) {
      for (const term of Object.keys(part)) {
        const far = distance(word, term, most);
        if (far <= most) found.push([term, 0.6 - 0.2 * far, part[term]]);
      }
    }
    return found.sort((one, other) => other[1] - one[1]).slice(0, 4);
  };

  /* The numbers of documents, best first; `whole` says of each whether it has all of the words. */
  const rank = async (question, last) => {
    const { documents } = await Dossier.index();
    const scores = new Map();
    const met = new Map();
    const terms = new Set();
    const every = await Promise.all(question.map((word, at) => variants(word, last && at === question.length - 1)));
    let all = 0;
    for (const found of every) {
      const here = new Map();
      let most = 0;
      for (const [term, how, places] of found) {
        const rare = Math.log(1 + (documents - places.length / 2 + 0.5) / (places.length / 2 + 0.5));
        most = Math.max(most, rare);
        terms.add(term);
        let number = 0;
        for (let at = 0; at < places.length; at += 2) {
          number += places[at];
          here.set(number, Math.max(here.get(number) || 0, places[at + 1] * how * rare));
        }
      }
      if (!found.length) most = Math.log(1 + documents);
      all += most;
      for (const [number, score] of here) {
        scores.set(number, (scores.get(number) || 0) + score);
        met.set(number, (met.get(number) || 0) + most);
      }
    }
    const ranked = [...scores].map(([number, score]) => {
      const share = met.get(number) / all;
      return { number, score: score * share ** 3, whole: share > 0.999 };
    });
    return { ranked: ranked.sort((one, other) => other.score - one.score || one.number - other.number), terms };
  };

  /* Whether words stand in a row in what a row says: 2 in the quoted words or its title, 1 around them, else 0. */
  const inRow = (phrase, { title, body }) => {
    const has = (text) => ` ${words(text).join(" ")} `.includes(phrase);
    if (has(title) || body.some((piece, at) => at % 2 && has(piece))) return 2;
    return has(body.join("")) ? 1 : 0;
  };

  /* The words of a question that say something, as they are compared, and its phrases. */
  const parsed = async (question) => {
    const little = await Dossier.names.small();
    const quoted = [...question.matchAll(/["“«„]([^"”»“]+)["”»“]?/g)];
    const phrases = quoted.flatMap((match) => match[1].split(/\[?(?:…|\.\.\.)\]?/)).map((phrase) => ` ${words(phrase).join(" ")} `);
    return {
      telling: asked(question).map(stem).filter((word) => !little.has(word)),
      phrases: phrases.filter((phrase) => phrase.trim()),
    };
  };
  const rowsOf = (found) => Promise.all(found.map(({ number }) => Dossier.row(number)));
  const inRows = (phrases, row) => Math.min(...phrases.map((phrase) => inRow(phrase, row)));

  /* The documents that answer a question best, and the terms by which they were found. */
  const find = async (question, most = 10) => {
    const { telling, phrases } = await parsed(question);
    if (!telling.length) return { hits: [], terms: new Set() };
    const { ranked, terms } = await rank(telling, !phrases.length);
    if (!phrases.length) return { hits: await rowsOf(ranked.slice(0, most)), terms };
    const whole = ranked.filter((one) => one.whole).slice(0, TRIED);
    const hits = [];
    for (let at = 0; at < whole.length && hits.length < ENOUGH; at += most) {
      for (const row of await rowsOf(whole.slice(at, at + most))) {
        const how = inRows(phrases, row);
        if (how) hits.push({ row, how });
      }
    }
    return { hits: hits.sort((one, other) => other.how - one.how).slice(0, most).map(({ row }) => row), terms };
  };

  /* The numbers of all documents, among those that count, that have every word of a question and its phrases in a row;
     null where the question says nothing. */
  const matching = async (question, counts) => {
    const { telling, phrases } = await parsed(question);
    if (!telling.length) return null;
    const { ranked } = await rank(telling, !phrases.length);
    const whole = ranked.filter(({ number, whole: has }) => has && counts(number));
    const rows = phrases.length ? await rowsOf(whole) : [];
    return new Set(whole.filter((_, at) => !phrases.length || inRows(phrases, rows[at])).map(({ number }) => number));
  };

  /* The stretch of a text that begins a little before the first word that was found. */
  const stretch = (text, terms, length = 150) => {
    if (text.length <= length) return text;
    let at = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (words(match[0]).some((word) => terms.has(word))) {
        at = match.index;
        break;
      }
    }
    const from = at < 40 ? 0 : text.lastIndexOf(" ", at - 30) + 1;
    const to = text.length - from <= length ? text.length : text.lastIndexOf(" ", from + length);
    return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
  };

  return { find, matching, stretch };
})();
