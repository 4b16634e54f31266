-- Goals, peer sessions, and everything a person has named as theirs.

-- Whatever has an id stands on the spine from here on. `dated`: has a day in the timeline.
ALTER TABLE item ADD COLUMN dated INTEGER NOT NULL DEFAULT 1;

-- The timeline and its count read dated rows alone.
DROP INDEX item_by_day;
CREATE INDEX item_by_day ON item (for_date, at_utc, number) WHERE deleted_at IS NULL AND dated = 1;
DROP INDEX item_there;
CREATE INDEX item_there ON item (number) WHERE deleted_at IS NULL AND dated = 1;
DROP INDEX item_by_kind;
CREATE INDEX item_by_kind ON item (kind, for_date, at_utc, number) WHERE deleted_at IS NULL AND dated = 1;
CREATE INDEX item_on_shelf ON item (kind, number) WHERE deleted_at IS NULL AND dated = 0;
CREATE INDEX item_brought ON item (number) WHERE bring = 1 AND deleted_at IS NULL;

-- Lists inside a part (`ways`, `good_for`) are JSON arrays of text.
CREATE TABLE goal (
    item               INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    title              TEXT NOT NULL,
    status             TEXT NOT NULL,
    why_it_matters     TEXT,
    ways               TEXT NOT NULL DEFAULT '[]',
    barriers           TEXT,
    strengths_used     TEXT NOT NULL DEFAULT '[]',
    people_who_help    TEXT NOT NULL DEFAULT '[]',
    how_id_like_support TEXT,
    themes             TEXT NOT NULL DEFAULT '[]',
    revisit_on         TEXT                     -- a local calendar day, which may be one to come
) STRICT;

CREATE TABLE goal_step (
    number  INTEGER PRIMARY KEY,                -- in the order in which they were named
    id      TEXT NOT NULL UNIQUE,
    goal    INTEGER NOT NULL REFERENCES goal (item) ON DELETE CASCADE,
    text    TEXT NOT NULL,
    status  TEXT NOT NULL DEFAULT 'to_try',
    done_at TEXT
) STRICT;
CREATE INDEX goal_step_by_goal ON goal_step (goal, number);

CREATE TABLE goal_reflection (
    number   INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    goal     INTEGER NOT NULL REFERENCES goal (item) ON DELETE CASCADE,
    at       TEXT NOT NULL,
    zone     TEXT NOT NULL,
    for_date TEXT NOT NULL,
    note     TEXT NOT NULL
) STRICT;
CREATE INDEX goal_reflection_by_goal ON goal_reflection (goal, number);

-- A peer, by name alone; what pairing adds lives elsewhere. The last five are my part of our agreement.
CREATE TABLE partner (
    item            INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    partner_alias   TEXT NOT NULL,
    kind            TEXT NOT NULL DEFAULT 'intentional_one_to_one',
    supporter_title TEXT,
    status          TEXT NOT NULL DEFAULT 'active',
    organisation    TEXT,
    started_on      TEXT,
    ended_on        TEXT,
    ending_note     TEXT,
    why_we_meet     TEXT,
    "when"          TEXT,
    privacy         TEXT,
    hard_times_and_stopping TEXT,
    review_on       TEXT
) STRICT;

-- The table is not called `session`, which is where a program's own state would be looked for.
CREATE TABLE peer_session (
    item         INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    partner      INTEGER REFERENCES partner (item) ON DELETE SET NULL,
    reflected_at TEXT,                          -- NULL while only the part before it is written
    group_name   TEXT,
    format       TEXT,
    mode         TEXT,
    hope_for     TEXT,
    not_today    TEXT,
    look_after_me TEXT,
    gave         TEXT,
    received     TEXT,
    stayed       TEXT,
    next         TEXT,
    felt_right   TEXT,
    setting      TEXT,
    role_today   TEXT,
    taking_part  TEXT,
    support_kinds TEXT NOT NULL DEFAULT '[]',
    felt_heard   TEXT,
    learned_about_me     TEXT,
    learned_about_others TEXT,
    settle       TEXT
) STRICT;

-- A page about a goal, a session that touched one. The goal may be out of sight and come back.
CREATE TABLE item_goal (
    item INTEGER NOT NULL REFERENCES item (number) ON DELETE CASCADE,
    goal INTEGER NOT NULL REFERENCES goal (item) ON DELETE CASCADE,
    PRIMARY KEY (item, goal)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_goal_by_goal ON item_goal (goal, item);

CREATE TABLE strength (
    item   INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    text   TEXT NOT NULL,
    story  TEXT,
    source TEXT NOT NULL DEFAULT 'self'
) STRICT;

CREATE TABLE person (
    item         INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    alias        TEXT NOT NULL,
    relationship TEXT,
    good_for     TEXT NOT NULL DEFAULT '[]',
    contact      TEXT,
    asked_ok     TEXT NOT NULL DEFAULT 'not_yet'
) STRICT;

-- What repeats in a week. There is deliberately nowhere to write whether it happened.
CREATE TABLE week (
    item        INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    label       TEXT NOT NULL,
    weekday     TEXT NOT NULL DEFAULT 'monday',
    part_of_day TEXT NOT NULL DEFAULT 'morning',
    note        TEXT
) STRICT;

CREATE TABLE story (
    item  INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    title TEXT,
    body  TEXT NOT NULL
) STRICT;

CREATE TABLE plan (
    item    INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    plan    TEXT NOT NULL,                      -- staying_well | getting_through
    section TEXT NOT NULL,
    words   TEXT NOT NULL
) STRICT;

-- Tools move to the spine, with their ids, so that they are changed, deleted and brought back like all else.
INSERT INTO item (id, kind, at, at_utc, zone, for_date, recorded_at, dated)
    SELECT id, 'tool', created_at, created_at, 'UTC', substr(created_at, 1, 10), created_at, 0 FROM tool ORDER BY number;

CREATE TABLE coping_tool (
    item        INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL DEFAULT 'other',
    how_to      TEXT,
    works_when  TEXT,
    with_others TEXT NOT NULL DEFAULT 'either',
    learnt_from TEXT NOT NULL DEFAULT 'self'
) STRICT;
INSERT INTO coping_tool (item, name, kind, how_to, works_when, with_others, learnt_from)
    SELECT item.number, tool.name, tool.kind, how_to, works_when, with_others, learnt_from
    FROM tool JOIN item ON item.id = tool.id;

-- The one place where a use of a tool is kept. When a tool's words go for good, so do its uses.
CREATE TABLE tool_use (
    item   INTEGER NOT NULL REFERENCES check_in (item) ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    tool   INTEGER NOT NULL REFERENCES coping_tool (item) ON DELETE CASCADE,
    helped TEXT NOT NULL,
    PRIMARY KEY (item, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX tool_use_by_tool ON tool_use (tool, item);
INSERT INTO tool_use (item, place, tool, helped)
    SELECT check_in_tool.item, place, item.number, helped
    FROM check_in_tool JOIN tool ON tool.number = check_in_tool.tool JOIN item ON item.id = tool.id;

DROP TABLE check_in_tool;
DROP TABLE tool;

-- The words of tools stand once, beside those of everything dated: a check-in is found by the tools it names
-- through its uses, so that another name for a tool is another name everywhere, at once.
CREATE VIRTUAL TABLE tool_index USING fts5 (words, tokenize = "unicode61 remove_diacritics 2");
INSERT INTO tool_index (tool_index, rank) VALUES ('secure-delete', 1);
INSERT INTO tool_index (rowid, words) SELECT item, name FROM coping_tool;

-- Check-ins were indexed with the names of their tools. Written anew, all at once, in seconds; one by one it takes minutes.
DROP TABLE search_index;
CREATE VIRTUAL TABLE search_index USING fts5 (words, tokenize = "unicode61 remove_diacritics 2");
INSERT INTO search_index (rowid, words)
    SELECT number, words FROM (
        SELECT item.number, concat_ws(char(10), nullif(title, ''), nullif(body, ''),
            (SELECT group_concat(tag, ' ') FROM item_tag WHERE item_tag.item = item.number)) AS words
        FROM item JOIN entry ON entry.item = item.number WHERE deleted_at IS NULL
        UNION ALL
        SELECT item.number, concat_ws(char(10), nullif(note, ''),
            (SELECT group_concat(feeling, ' ') FROM check_in_feeling WHERE check_in_feeling.item = item.number))
        FROM item JOIN check_in ON check_in.item = item.number WHERE deleted_at IS NULL
    ) WHERE words <> '';
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);

-- A draft that was put out of sight, whole, for the undo that brings it back.
CREATE TABLE deed_draft (
    deed  INTEGER NOT NULL REFERENCES deed (number) ON DELETE CASCADE,
    draft TEXT NOT NULL                         -- JSON: every column of it
) STRICT;
CREATE INDEX deed_draft_by_deed ON deed_draft (deed);
