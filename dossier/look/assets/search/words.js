/* Words as the search compares them: the same as `leaves/search_words.py`, case by case (`tests/leaves/search_words.yml`).
   `Dossier.folding` holds its tables and patterns; the build writes it before this file. */

Dossier.words = (() => {
  const { letters, articles, months, spellings, dates: forms, ...written } = Dossier.folding;
  const pattern = (text) => new RegExp(text.replace("MONTHS", Object.keys(months).join("|")), "gu");
  const patterns = (pairs) => pairs.map(([text, other]) => [pattern(text), other]);
  const [SPELLINGS, FORMS] = [spellings, forms].map(patterns);
  const { silent, possessive, dotted, thousands, word: WORD, compound: COMPOUND } = (
    Object.fromEntries(Object.entries(written).map(([name, text]) => [name, pattern(text)]))
  );
  const OTHER = pattern(`[${Object.keys(letters).join("")}]`);
  const ASCII = /^[\0-\x7f]*$/;
  const ARABIC = new RegExp(`^${written.arabic}$`);

  const folded = (text) => {
    let short = text.toLowerCase();
    if (!ASCII.test(text)) short = text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
    short = short.replace(OTHER, (letter) => letters[letter]).replace(silent, "");
    if (!/['.\d]/.test(short)) return short;
    return short.replace(possessive, "").replace(dotted, "$1").replace(thousands, (number) => number.replace(/[^0-9]/g, ""));
  };

  const withoutArticle = (word) => {
    const article = articles.find((start) => word.startsWith(start) && word.length - start.length >= 3);
    if (article) return word.slice(article.length);
    return "وب".includes(word[0]) && word.length >= 5 ? word.slice(1) : word;
  };
  const stems = new Map();
  const stem = (word) => {
    if (!stems.has(word)) {
      let short = word;
      if (ARABIC.test(word)) short = withoutArticle(word);
      else if (!/[0-9]/.test(word)) for (const [form, other] of SPELLINGS) short = short.replace(form, other);
      stems.set(word, short);
    }
    return stems.get(word);
  };

  const spelled = (text) => folded(text).match(WORD) || [];
  const words = (text) => spelled(text).map(stem);
  const compounds = (text) => {
    const short = folded(text);
    const found = (/[-']/.test(short) && short.match(COMPOUND)) || [];
    return found.map((word) => stem(word.replace(/[-']/g, "")));
  };

  const two = (number) => String(number).padStart(2, "0");
  const date = ({ y = "", m, d = "" }) => {
    let [month, day] = [months[m] || Number(m), d];
    if (month > 12 && Number(day) > 0 && Number(day) <= 12) [month, day] = [Number(day), month];
    const monthly = `d${y}${two(month)}`;
    if (!day) return [y, monthly];
    const daily = `d${two(month)}${two(Number(day))}`;
    return y ? [y, monthly, daily, monthly + two(Number(day))] : [daily];
  };
  /* Each date as words, from coarse to fine, and the text without them. */
  const dated = (text) => {
    const found = [];
    let rest = folded(text);
    for (const [form, order] of FORMS) {
      rest = rest.replace(form, (...match) => {
        found.push(date(Object.fromEntries([...order].map((part, at) => [part, match[at + 1]]))));
        return " ";
      });
    }
    return { found, rest };
  };
  const dates = (text) => dated(text).found.flat();

  /* What a typed question asks for, as it is spelled: each date by its finest word, then the other words. */
  const asked = (text) => {
    const { found, rest } = dated(text);
    return [...found.map((date) => date.at(-1)), ...spelled(rest)];
  };

  /* How many letters are lacking, added, wrong or exchanged with their neighbor; more than `most` is Infinity. */
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return Infinity;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...next) > most) return Infinity;
      [before, row] = [row, next];
    }
    return row[other.length] > most ? Infinity : row[other.length];
  };

  return { folded, stem, spelled, words, compounds, dates, asked, distance };
})();
