-- The first journal: check-ins, pages, what helped, drafts, and how to take something back.
-- A released file is never edited; what changes comes as the next number.

-- One row: which vault this is, and how often it was written to.
CREATE TABLE meta (
    one           INTEGER PRIMARY KEY CHECK (one = 1),
    vault_id      TEXT NOT NULL,
    gen           INTEGER NOT NULL,
    made_at       TEXT NOT NULL,
    write_counter INTEGER NOT NULL DEFAULT 0,  -- +1 in every transaction: a file put back shows as a step back
    restored_at   TEXT,
    checked_at    TEXT
) STRICT;

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Everything dated. One spine, so that ids, days, marks, search and taking back are the same for every kind.
CREATE TABLE item (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,           -- UUID v4: a time-ordered id would tell when
    kind        TEXT NOT NULL,                  -- check-in | entry
    at          TEXT NOT NULL,                  -- the moment it is about, ISO 8601 with offset
    at_utc      TEXT NOT NULL,                  -- the same instant in UTC, to sort by
    zone        TEXT NOT NULL,                  -- IANA name
    for_date    TEXT NOT NULL,                  -- the local calendar day, fixed when written
    recorded_at TEXT NOT NULL,
    edited_at   TEXT,
    bring       INTEGER NOT NULL DEFAULT 0,
    keep        INTEGER NOT NULL DEFAULT 0,
    deleted_at  TEXT                            -- deleted things wait 30 days, then go
) STRICT;
CREATE INDEX item_by_day ON item (for_date, at_utc, number) WHERE deleted_at IS NULL;
CREATE INDEX item_by_kind ON item (kind, for_date, at_utc, number) WHERE deleted_at IS NULL;
CREATE INDEX item_there ON item (number) WHERE deleted_at IS NULL;      -- the narrowest, to count by
CREATE INDEX item_deleted ON item (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX item_kept ON item (number) WHERE keep = 1 AND deleted_at IS NULL;

-- NULL is "left blank", a valid answer; it is never zero.
CREATE TABLE check_in (
    item        INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    scale_id    TEXT NOT NULL,
    mood        INTEGER,
    hope        INTEGER,
    connection  INTEGER,
    self_belief INTEGER,
    energy      INTEGER,
    note        TEXT
) STRICT;

CREATE TABLE check_in_feeling (
    item    INTEGER NOT NULL REFERENCES check_in (item) ON DELETE CASCADE,
    place   INTEGER NOT NULL,
    feeling TEXT NOT NULL,                      -- an id from the list, or the person's own word
    PRIMARY KEY (item, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE tool (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL DEFAULT 'other',
    how_to      TEXT,
    works_when  TEXT,
    with_others TEXT NOT NULL DEFAULT 'either',
    learnt_from TEXT NOT NULL DEFAULT 'self',
    created_at  TEXT NOT NULL
) STRICT;

-- The one place where a use of a tool is kept.
CREATE TABLE check_in_tool (
    item   INTEGER NOT NULL REFERENCES check_in (item) ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    tool   INTEGER NOT NULL REFERENCES tool (number),
    helped TEXT NOT NULL,
    PRIMARY KEY (item, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    item      INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    title     TEXT,
    body      TEXT NOT NULL,
    prompt_id TEXT,
    origin    TEXT                              -- JSON: what an import brought and cairn has no field for
) STRICT;

CREATE TABLE item_tag (
    item INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
    tag  TEXT NOT NULL,
    PRIMARY KEY (item, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_tag_by_tag ON item_tag (tag, item);

CREATE TABLE item_theme (
    item  INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
    theme TEXT NOT NULL,
    PRIMARY KEY (item, theme)
) STRICT, WITHOUT ROWID;

-- What an edit replaced, so that no words are lost by changing them.
CREATE TABLE earlier_version (
    number      INTEGER PRIMARY KEY,
    item        INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
    replaced_at TEXT NOT NULL,
    title       TEXT,
    words       TEXT
) STRICT;
CREATE INDEX earlier_version_by_item ON earlier_version (item, number);

-- Words on their way: written while typing, gone when they are saved as what they are.
CREATE TABLE draft (
    id        TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,                    -- entry | check-in
    item_id   TEXT,                             -- what is being edited, if anything
    at        TEXT NOT NULL,
    zone      TEXT NOT NULL,
    for_date  TEXT NOT NULL,
    prompt_id TEXT,
    title     TEXT,
    body      TEXT NOT NULL,
    answers   TEXT,                             -- JSON: what else was filled in, for a check-in
    saved_at  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A delete or an import that can be taken back for 30 days.
CREATE TABLE deed (
    number    INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL,                    -- delete | import
    at        TEXT NOT NULL,
    undone_at TEXT
) STRICT;

CREATE TABLE deed_item (
    deed INTEGER NOT NULL REFERENCES deed (number) ON DELETE CASCADE,
    item INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
    PRIMARY KEY (deed, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX deed_item_by_item ON deed_item (item);

-- What an import brought before. Outlives the item: what was deleted here never comes back by itself.
CREATE TABLE arrival (
    source      TEXT NOT NULL,                  -- jrnl
    fingerprint TEXT NOT NULL,
    deed        INTEGER,                        -- which import brought it
    item        INTEGER,                        -- as what; it may be gone since
    PRIMARY KEY (source, fingerprint)
) STRICT, WITHOUT ROWID;
CREATE INDEX arrival_by_deed ON arrival (deed);

-- Every written word. It keeps its own copy, so that taking a row out never depends on what it was made from.
CREATE VIRTUAL TABLE search_index USING fts5 (words, tokenize = "unicode61 remove_diacritics 2");
-- Deleted words leave the index itself, not only the answers.
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
