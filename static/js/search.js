// The search of the site. `prepare` and `search` find; what shows the results is at the end.

const LONGEST_QUERY = 200; // characters; what is beyond is not looked at
const MOST_WORDS = 10;
const LONGEST_WORD = 40;
const MOST_RESULTS = 50;
const ENOUGH = 5; // results; fewer are filled up with pages that lack some of the words
const AS_ASKED = 1.5; // what it adds to an entry to have the words side by side
const EXCERPT = 180; // characters
const PAUSE = 150; // milliseconds after the last key before the search begins

// Words. A number keeps its comma or point, an English possessive goes with its noun.

const WORD = /\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}]*(?:['’]s(?!\p{L}))?/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

// Kazakh letters as they are typed on a Russian keyboard, or with a Latin i.
const TYPED = {
  "қ": "к", "ғ": "г", "ң": "н", "ә": "а", "ө": "о", "ү": "у", "ұ": "у", "һ": "х", "і": "и",
  "ё": "е", "i": "и",
};

function fold(word) {
  const lower = word.normalize("NFC").toLowerCase().replace(/['’]s$/, "").replace(",", ".");
  if (CYRILLIC.test(lower)) return lower.replace(/[қғңәөүұһіёi]/g, (letter) => TYPED[letter]);
  return lower.normalize("NFD").replace(/\p{M}/gu, "");
}

function words(text, folded = new Map()) {
  return Array.from(text.matchAll(WORD), ([word]) => {
    if (!folded.has(word)) folded.set(word, fold(word));
    return folded.get(word);
  });
}

// Kazakh, in folded letters. Suffixes are read from the end, with a table of where the rest is
// made of pieces: a pattern that repeats a choice would take exponential time. A short stem
// needs a whole ending in its right order.

const PIECE = new RegExp(
  "^(?:[лдт][ае]р|[ыи]?[мн](?:[ыи]з)?|с?[ыи]|[ндт][ыи]н|[гк][ае]|н?[ае]|[ндт][ыи]|н?[дт][ае]н?"
  + "|н[ае]н|[мбп]ен|н?[дт][ае]г[ыи]|[гк][ыи]|[лдт][ыи][кг]|л[ыи]|с[ыи]з|ш[ыи]|[дт][ае]й|у"
  + "|[гк][ае]н|[аей][дт][ыи]|[ыи]?[пл]|л?[ае]н)$",
);
const LONGEST_PIECE = 4;
const ENDING = new RegExp(
  "^(?:[лдт][ае]р)?(?:[ыи]?м[ыи]з|[ыи]?н[ыи]з|[ыи]?м|[ыи]?н|с?[ыи])?"
  + "(?:[ндт][ыи]н|[гк][ае]|н?[ае]|[ндт][ыи]|н|н?[дт][ае](?:г[ыи](?:н[ыи]н|н[ае]|н|с[ыи])?)?"
  + "|н?[дт][ае]н|н[ае]н|[мбп]ен)?$",
);
const SHORTEST_STEM = 3;
const VOICELESS = { "г": "к", "б": "п" }; // кітабы has the stem кітап
const DROPPED_VOWEL = /[аеоуыи][лрнзсй][кнмлдс]$/; // халқы has the stem халық

function kazakhRoots(word) {
  const end = word.length;
  const isPieces = Array(end + 1).fill(false);
  const roots = new Set([word]);
  isPieces[end] = true;
  for (let at = end - 1; at >= SHORTEST_STEM - 1; at -= 1) {
    for (let size = 1; size <= LONGEST_PIECE && at + size <= end; size += 1) {
      if (isPieces[at + size] && PIECE.test(word.slice(at, at + size))) {
        isPieces[at] = true;
        break;
      }
    }
    const isStem = at > SHORTEST_STEM ? isPieces[at] : ENDING.test(word.slice(at));
    if (isStem && at >= SHORTEST_STEM) {
      const last = word[at - 1];
      roots.add(word.slice(0, at - 1) + (VOICELESS[last] ?? last));
    }
  }
  for (const root of [...roots]) {
    if (root.length <= 5 && DROPPED_VOWEL.test(root)) {
      for (const vowel of "ыи") roots.add(root.slice(0, -1) + vowel + root.slice(-1));
    }
  }
  return roots;
}

// English: the endings of nouns and verbs, no more.

function englishRoots(word) {
  const roots = new Set([word]);
  const add = (root, least = 3) => root.length >= least && roots.add(root);
  if (/ie[sd]$/.test(word)) add(`${word.slice(0, -3)}y`);
  else if (/(?:s|x|z|ch|sh)es$/.test(word)) add(word.slice(0, -2));
  if (/[^s]s$/.test(word)) add(word.slice(0, -1));
  const [, verb] = /^(.*)(?:ed|ing)$/.exec(word) ?? [];
  if (verb) {
    add(verb, 4);
    add(`${verb}e`);
    if (verb.at(-1) === verb.at(-2)) add(verb.slice(0, -1));
  }
  return roots;
}

function roots(word) {
  if (CYRILLIC.test(word)) return kazakhRoots(word);
  return /^\p{L}/u.test(word) ? englishRoots(word) : new Set([word]);
}

// The index: every form of a word that occurs -> the entries it occurs in, with weights.

// The weight of a word in a place of `count` words.
const WEIGHT = {
  name: (count) => 4 + 4 / count,
  label: () => 2,
  address: () => 2,
  about: () => 1.5,
  text: (count) => 1 + 20 / (20 + count),
};

// An index of the columns of a search file.
export function prepare(data) {
  const entries = data.href.map((href, number) => ({
    href,
    page: href.split("#")[0],
    title: data.title[number],
    label: data.labels[data.label[number]],
    text: data.text[number],
    lang: data.lang[number],
  }));
  const forms = new Map();
  const folded = new Map();
  const add = (text, number, weightOf) => {
    const own = words(text, folded);
    const weight = weightOf(own.length);
    for (const form of own) {
      if (!forms.has(form)) forms.set(form, new Map());
      const places = forms.get(form);
      const known = places.get(number) ?? 0;
      places.set(number, Math.max(known, weight) + (known ? 0.1 : 0));
    }
  };
  entries.forEach(({ page, href, title, label, text }, number) => {
    for (const name of [title, ...data.names[number]]) add(name, number, WEIGHT.name);
    add(label, number, WEIGHT.label);
    if (page === href) add(page.split("/").at(-2), number, WEIGHT.address);
    for (const other of data.about[number]) {
      for (const name of [data.title[other], ...data.names[other]]) add(name, number, WEIGHT.about);
    }
    add(text, number, WEIGHT.text);
    entries[number].words = words(`${title} ${text}`, folded);
  });
  const byRoot = new Map();
  for (const form of forms.keys()) {
    for (const root of roots(form)) {
      if (!byRoot.has(root)) byRoot.set(root, []);
      byRoot.get(root).push(form);
    }
  }
  return { entries, forms, byRoot };
}

// The forms that a word matches, each with how well, up to 1: those with a root in common, those
// that begin with it, and only if there are none, those one slip of the keyboard away.
function matches({ forms, byRoot }, word) {
  const found = new Map();
  const note = (form, quality) => found.set(form, Math.max(quality, found.get(form) ?? 0));
  for (const root of roots(word)) {
    for (const form of byRoot.get(root) ?? []) {
      note(form, 0.5 + (0.5 * root.length) / Math.max(word.length, form.length));
    }
  }
  if (word.length > 2) {
    for (const form of forms.keys()) {
      if (form.startsWith(word)) note(form, 0.4 + (0.4 * word.length) / form.length);
    }
  }
  if (!found.size && word.length > 4 && word.length < 20) {
    const tried = [...roots(word)].filter((root) => root.length > 4);
    for (const [root, own] of byRoot) {
      if (tried.some((other) => isSlip(root, other))) own.forEach((form) => note(form, 0.3));
    }
  }
  return found;
}

// Whether one letter is another, one too many, or two changed places.
function isSlip(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [left, right] = [one.slice(at), other.slice(at)];
  return left.slice(1) === right.slice(1) || left === right.slice(1) || left.slice(1) === right
    || left[1] + left[0] + left.slice(2) === right;
}

// Finds pages, the best first, each by the entry on it that fits best, and the forms to mark.
export function search(index, query) {
  const asked = [...new Set(words(query.slice(0, LONGEST_QUERY)))].slice(0, MOST_WORDS);
  const matched = asked.map((word) => matches(index, word.slice(0, LONGEST_WORD)));
  const scores = new Map(); // entry -> a score for each word
  matched.forEach((forms, at) => {
    const found = new Map();
    for (const [form, quality] of forms) {
      for (const [number, weight] of index.forms.get(form)) {
        found.set(number, Math.max(quality * weight, found.get(number) ?? 0));
      }
    }
    const rarity = Math.log(1 + index.entries.length / found.size);
    for (const [number, score] of found) {
      if (!scores.has(number)) scores.set(number, Array(asked.length).fill(0));
      scores.get(number)[at] = score * rarity;
    }
  });
  return {
    results: ranked(index.entries, scores, matched),
    forms: new Set(matched.flatMap((forms) => [...forms.keys()])),
  };
}

function ranked(entries, scores, matched) {
  const pages = new Map();
  for (const [number, own] of scores) {
    const entry = entries[number];
    const best = pages.get(entry.page) ?? { entry, score: 0, words: own.map(() => 0) };
    const score = sum(own) * (count(own) / own.length) * (isSaid(entry, matched) ? AS_ASKED : 1);
    if (score > best.score) Object.assign(best, { score, entry });
    best.words = best.words.map((word, at) => Math.max(word, own[at]));
    pages.set(entry.page, best);
  }
  const found = Array.from(pages.values(), ({ entry, score, words: own }) => (
    { entry, score: score + sum(own), count: count(own) }
  ));
  found.sort((one, other) => (
    other.count - one.count || other.score - one.score || (one.entry.href < other.entry.href ? -1 : 1)
  ));
  return found
    .filter((page, at) => at < ENOUGH || page.count === found[0].count)
    .slice(0, MOST_RESULTS)
    .map(({ entry }) => entry);
}

// Whether an entry has the words side by side, in whatever forms.
function isSaid({ words: own }, matched) {
  const last = own.length - matched.length;
  for (let at = 0; at <= last; at += 1) {
    if (matched.every((forms, next) => forms.has(own[at + next]))) return true;
  }
  return false;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function count(numbers) {
  return numbers.filter(Boolean).length;
}

// The page. Texts become text nodes and never markup.

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function hits(text, forms) {
  return [...text.matchAll(WORD)].filter(([word]) => forms.has(fold(word)));
}

function marked(text, forms) {
  const nodes = [];
  let last = 0;
  for (const { 0: word, index: at } of hits(text, forms)) {
    nodes.push(text.slice(last, at), element("mark", "", word));
    last = at + word.length;
  }
  return [...nodes, text.slice(last)];
}

// The passage of a text that has the most of the forms.
function excerpt(text, forms) {
  let [most, first] = [0, 0];
  const places = hits(text, forms);
  for (const { index: at } of places) {
    const inside = places.filter((hit) => hit.index >= at && hit.index < at + EXCERPT * 0.7);
    const told = new Set(inside.map(([word]) => fold(word))).size;
    if (told > most) [most, first] = [told, at];
  }
  const start = first < EXCERPT / 4 ? 0 : text.indexOf(" ", first - EXCERPT / 4) + 1;
  const isWhole = text.length <= start + EXCERPT;
  const end = isWhole ? text.length : text.lastIndexOf(" ", start + EXCERPT);
  return `${start ? "… " : ""}${text.slice(start, end)}${isWhole ? "" : " …"}`;
}

function item({ href, lang, title, label, text }, forms) {
  const link = element("a", "search-results__link", ...marked(title, forms));
  link.href = href;
  if (lang) link.lang = lang;
  return element(
    "li",
    "search-results__item",
    link,
    " ",
    element("span", "label", label),
    element("p", "search-results__text", ...marked(excerpt(text, forms), forms)),
  );
}

function start(box) {
  const form = box.querySelector("form");
  const status = box.querySelector("[role=status]");
  const input = form.elements.q;
  const sections = [...document.querySelectorAll("[data-index]")]; // the page's language first
  const indexes = new Map();
  let asked = "";
  let timer = 0;

  async function load(section) {
    if (!indexes.has(section)) {
      const answer = await fetch(section.dataset.index);
      if (!answer.ok) throw new Error(answer.statusText);
      indexes.set(section, prepare(await answer.json()));
    }
    return indexes.get(section);
  }

  async function show(query) {
    let found = 0;
    for (const section of sections) {
      const { results, forms } = query ? search(await load(section), query) : { results: [] };
      if (query !== asked) return; // the reader went on typing
      section.hidden = !results.length;
      section.querySelector("ol").replaceChildren(...results.map((entry) => item(entry, forms)));
      found += results.length;
    }
    const said = found ? box.dataset.found.replace("{count}", found) : box.dataset.nothing;
    status.textContent = query && said;
  }

  function ask() {
    clearTimeout(timer);
    const query = input.value.trim();
    if (query === asked) return;
    asked = query;
    const address = new URL(location.href);
    address.search = query && `?${new URLSearchParams({ q: query })}`;
    history.replaceState(history.state, "", address);
    show(query).catch(() => {
      asked = "";
      status.textContent = box.dataset.failed;
    });
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.value = new URLSearchParams(location.search).get("q") ?? input.value;
  ask();
}

const box = globalThis.document?.querySelector("[data-search]");
if (box) start(box);
