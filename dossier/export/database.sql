-- The tables of `dossier.sqlite`, its index of words, and views for what is asked most.

CREATE TABLE sources (
  id TEXT PRIMARY KEY,           -- its key in the bibliography
  title TEXT,
  author TEXT,
  date TEXT,                     -- EDTF
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  license TEXT NOT NULL,
  holder TEXT,
  publish TEXT NOT NULL,         -- how much of the text is shown: full, excerpts, withheld
  supplied TEXT NOT NULL,
  characters INTEGER,
  url TEXT NOT NULL              -- relative to the site's root, as all addresses here
);

CREATE TABLE works (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  type TEXT,
  author TEXT,
  issued TEXT,
  title TEXT,
  container_title TEXT,
  publisher TEXT,
  doi TEXT,
  address TEXT                   -- where it is online
);

CREATE TABLE entities (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT,
  country TEXT,                  -- ISO 3166-1 alpha-2
  lat REAL,
  lon REAL,
  description TEXT,
  disputed TEXT,
  added TEXT,
  url TEXT NOT NULL
);

CREATE TABLE entity_aliases (
  entity TEXT NOT NULL REFERENCES entities(id),
  alias TEXT NOT NULL,
  PRIMARY KEY (entity, alias)
);

CREATE TABLE topics (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  intro TEXT,
  url TEXT NOT NULL
);

CREATE TABLE questions (
  id TEXT PRIMARY KEY,
  asks TEXT NOT NULL,
  type TEXT NOT NULL,            -- date, number, choice, set
  status TEXT NOT NULL,          -- agree, differ, single
  verdict TEXT,
  note TEXT,
  added TEXT,
  url TEXT NOT NULL
);

CREATE TABLE claims (
  number INTEGER PRIMARY KEY,    -- only for the index of words
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL REFERENCES sources(id),
  statement TEXT NOT NULL,       -- our words
  quote TEXT NOT NULL,           -- the source's, as typed
  exact TEXT,                    -- the source's, as they were found
  state TEXT NOT NULL,           -- whether they were found
  hedges TEXT NOT NULL,          -- the source's own hedging words
  heading TEXT,
  paragraph INTEGER,
  note TEXT,
  kind TEXT NOT NULL,
  date TEXT,                     -- EDTF
  as_of TEXT,                    -- EDTF
  figure_value REAL,
  figure_unit TEXT,
  figure_bound TEXT,
  figure_period TEXT,
  remark TEXT,
  status TEXT,                   -- misprint, withdrawn
  added TEXT NOT NULL,
  url TEXT NOT NULL,
  source_url TEXT
);
CREATE INDEX claims_of_source ON claims(source);

CREATE TABLE claim_about (
  claim TEXT NOT NULL REFERENCES claims(id),
  entity TEXT NOT NULL REFERENCES entities(id),
  place INTEGER NOT NULL,        -- from 1; the first is what the claim is chiefly about
  PRIMARY KEY (claim, entity)
);
CREATE INDEX claims_about ON claim_about(entity);

CREATE TABLE claim_speakers (
  claim TEXT NOT NULL REFERENCES claims(id),
  entity TEXT NOT NULL REFERENCES entities(id),
  PRIMARY KEY (claim, entity)
);

CREATE TABLE claim_topics (
  claim TEXT NOT NULL REFERENCES claims(id),
  topic TEXT NOT NULL REFERENCES topics(id),
  PRIMARY KEY (claim, topic)
);

CREATE TABLE claim_via (
  claim TEXT NOT NULL REFERENCES claims(id),
  work TEXT NOT NULL REFERENCES works(id),
  place INTEGER NOT NULL,
  locator TEXT,
  PRIMARY KEY (claim, place)
);

CREATE TABLE claim_states (
  claim TEXT NOT NULL REFERENCES claims(id),
  qualifier TEXT NOT NULL,       -- what the vocabulary calls it
  state TEXT NOT NULL,
  PRIMARY KEY (claim, qualifier)
);

CREATE TABLE answers (
  question TEXT NOT NULL REFERENCES questions(id),
  claim TEXT NOT NULL REFERENCES claims(id),
  value TEXT,                    -- of a set its members, joined by "; "
  bound TEXT,
  period TEXT,
  PRIMARY KEY (question, claim)
);

CREATE TABLE entity_relations (
  entity TEXT NOT NULL REFERENCES entities(id),
  relation TEXT NOT NULL,
  other TEXT NOT NULL REFERENCES entities(id),
  claim TEXT NOT NULL REFERENCES claims(id),
  PRIMARY KEY (entity, relation, other, claim)
);

CREATE TABLE revisions (
  kind TEXT NOT NULL,            -- claim, entity, question
  id TEXT NOT NULL,
  date TEXT NOT NULL,
  why TEXT NOT NULL,
  field TEXT,
  said TEXT                      -- what the field said before
);

-- Datasette offers a search of a table whose name an index has in double quotation marks.
CREATE VIRTUAL TABLE claims_words USING fts5 (
  statement, exact, content="claims", content_rowid='number', tokenize='unicode61 remove_diacritics 2'
);

CREATE VIEW claims_of_entities AS
  SELECT entities.id AS entity, entities.name, entities.kind AS entity_kind, claims.id AS claim, claims.statement,
    claims.date, claims.source, claims.url
  FROM claim_about JOIN entities ON entities.id = claim_about.entity JOIN claims ON claims.id = claim_about.claim
  ORDER BY entities.id, claims.source, claims.id;

CREATE VIEW answers_side_by_side AS
  SELECT questions.id AS question, questions.asks, questions.status, questions.verdict, answers.value, answers.bound,
    answers.period, claims.source, claims.statement, claims.hedges, claims.status AS claim_status, claims.url
  FROM answers JOIN questions ON questions.id = answers.question JOIN claims ON claims.id = answers.claim
  ORDER BY questions.id, claims.source, claims.id;

CREATE VIEW sources_that_differ AS
  SELECT * FROM answers_side_by_side WHERE status = 'differ';

CREATE VIEW works_by_claims AS
  SELECT works.id AS work, works.label, works.title, count(DISTINCT claim_via.claim) AS claims
  FROM works JOIN claim_via ON claim_via.work = works.id
  GROUP BY works.id ORDER BY claims DESC, works.id;

CREATE VIEW dated_claims AS
  SELECT date, id AS claim, statement, source, url FROM claims
  WHERE date IS NOT NULL AND status IS NULL ORDER BY date, id;
