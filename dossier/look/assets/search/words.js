/* Words as the search compares them: the same as `leaves/search_words.py`, case by case (`tests/leaves/search_words.yml`).
   `Dossier.months` holds the numbers of months by their folded names; the build writes it before this file. */

Dossier.words = (() => {
  const LETTER = "[\\p{L}\\p{N}]";
  const LETTERS = new Map(Object.entries({
    œ: "oe", æ: "ae", ß: "ss", ø: "o", ı: "i", đ: "d", ł: "l", ð: "d", þ: "th",
    ٱ: "ا", ى: "ي", ی: "ي", ے: "ي", ک: "ك", ة: "ه",
    "’": "'", "‘": "'", ʼ: "'", ʻ: "'", "`": "'", "´": "'", "‐": "-",
  }));
  [0x660, 0x6f0].forEach((first) => {
    for (let digit = 0; digit < 10; digit += 1) LETTERS.set(String.fromCharCode(first + digit), String(digit));
  });
  const OTHER = new RegExp(`[${[...LETTERS.keys()].join("")}]`, "gu");
  const SILENT = /[\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
  const POSSESSIVE = new RegExp(`(?<=${LETTER})'s(?!${LETTER})`, "gu");
  const DOTTED = new RegExp(`(?<!${LETTER})([a-z])\\.(?=[a-z](?!${LETTER}))`, "gu");
  const THOUSANDS = /(?<![0-9.,])[0-9]{1,3}(?:[ ,.'][0-9]{3})+(?![0-9])/g;
  const WORD = new RegExp(`${LETTER}+`, "gu");
  const COMPOUND = new RegExp(`${LETTER}+(?:[-']${LETTER}+)+`, "gu");
  const ARABIC = /^[\u0600-\u06ff]+$/;
  const ARTICLES = ["وال", "بال", "فال", "كال", "ال", "لل"];
  const SPELLINGS = [
    [/isation/g, "ization"],
    [/(?<=[a-z]{4})ys(e|ed|es|ing)$/, "yz$1"],
    [/(?<=[a-z]{4})is(e|ed|es|ing|ers?)$/, "iz$1"],
    [/(?<=[a-z]{3})our(?=$|s$|ed$|ing$|hood)/g, "or"],
    [/(?<=[a-z]{2})([bt])re(?=$|s$)/, "$1er"],
    [/(?<=[a-z]{2})ence(?=$|s$)/, "ense"],
    [/(?<=gr)amme(?=$|s$)/, "am"],
    [/(?<=[a-z]{2})ies$/, "y"],
    [/(?<=[a-z]{3})(?<![sui])s$/, ""],
    [/(?<=[a-z]{4})(ations?|ating|ated|ate|ion|ing|ed|es|e)$/, ""],
    [/(?<=[a-z]{3})([b-df-hj-np-rtv-z])\1$/, "$1"],
  ];

  const folded = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase()
    .replace(OTHER, (letter) => LETTERS.get(letter)).replace(SILENT, "")
    .replace(POSSESSIVE, "").replace(DOTTED, "$1")
    .replace(THOUSANDS, (number) => number.replace(/[^0-9]/g, ""));

  const withoutArticle = (word) => {
    const article = ARTICLES.find((start) => word.startsWith(start) && word.length - start.length >= 3);
    if (article) return word.slice(article.length);
    return "وب".includes(word[0]) && word.length >= 5 ? word.slice(1) : word;
  };
  const stems = new Map();
  const stem = (word) => {
    if (!stems.has(word)) {
      let short = word;
      if (ARABIC.test(word)) short = withoutArticle(word);
      else if (!/[0-9]/.test(word)) for (const [pattern, other] of SPELLINGS) short = short.replace(pattern, other);
      stems.set(word, short);
    }
    return stems.get(word);
  };

  const spelled = (text) => folded(text).match(WORD) || [];
  const words = (text) => spelled(text).map(stem);
  const compounds = (text) => (folded(text).match(COMPOUND) || []).map((word) => stem(word.replace(/[-']/g, "")));

  /* The forms of dates, and which part each group of a form is. */
  const forms = (() => {
    const names = Object.keys(Dossier.months).sort((one, other) => other.length - one.length).join("|");
    const [month, year, day] = [`(${names})\\.?`, "([12][0-9]{3})", "([0-9]{1,2})"];
    const [of, nth] = ["(?:\\s+(?:de|of))?\\s+", "(?:st|nd|rd|th|er|\\.)?"];
    return [
      [`${day}${nth}${of}${month},?${of}${year}`, "dmy"],
      [`${month}\\s+${day}${nth},?\\s+${year}`, "mdy"],
      [`${year}[-/]([0-9]{2})[-/]([0-9]{2})`, "ymd"],
      [`${day}[-/.]([0-9]{1,2})[-/.]${year}`, "dmy"],
      [`${year}-([0-9]{2})`, "ym"],
      [`${month},?${of}${year}`, "my"],
      [`${day}${nth}${of}${month}`, "dm"],
      [`${month}\\s+${day}${nth}`, "md"],
    ].map(([form, order]) => [new RegExp(`(?<!${LETTER})${form}(?!${LETTER})`, "gu"), order]);
  })();
  const two = (number) => String(number).padStart(2, "0");
  const date = ({ y = "", m, d = "" }) => {
    let [month, day] = [Dossier.months[m] || Number(m), d];
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
    for (const [pattern, order] of forms) {
      rest = rest.replace(pattern, (...match) => {
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
