-- What two people share. None of this is ever in a safety copy: a copy can neither read what a partner writes nor
-- write as anyone, and putting one back never brings back a yes that was taken back. Its SQL is in `sync/records/`.

CREATE TABLE pair (
    partner    TEXT PRIMARY KEY,                -- an item; a pair outlives one that is erased, until its end is said
    via        TEXT NOT NULL,                   -- folder:PATH or relay:URL
    role       TEXT NOT NULL,                   -- A invited, B joined
    kind       TEXT NOT NULL,                   -- what the one who invited is: partner | facilitator
    group_name TEXT,
    my_name    TEXT,                            -- travels once both have said that the words match
    takes_name INTEGER NOT NULL DEFAULT 0,      -- whether the partner is called by the name they send
    line       TEXT,                            -- "next time we meet", as it is to travel
    agreement  TEXT,                            -- JSON: my part by section, as it is to travel
    yes_to     TEXT,                            -- digest of the partner's part that I said yes to
    paused     INTEGER NOT NULL DEFAULT 0,      -- whether name, line, agreement and notes stay here for now
    state      TEXT NOT NULL,
    why        TEXT,                            -- why it was broken off
    begun_at   TEXT NOT NULL,                   -- UTC instants, all of them
    met_at     TEXT,                            -- when the place both can see was last reached
    said_at    TEXT,                            -- when a page was last made: a clock that goes back stops sending
    seen_at    TEXT,                            -- when the newest answer to a page of ours came
    ended_at   TEXT,                            -- of a last page, once it was written: when it first stood in its slot
    unreadable INTEGER NOT NULL DEFAULT 0,       -- how many different ones were found in the partner's slot
    not_read   BLOB,                            -- SHA-256 of the last of them
    words      TEXT,                            -- the four to be compared
    root       BLOB,                            -- every key and slot of the pair comes from it
    view       BLOB,                            -- what the partner shares now, as it was written
    wrote      BLOB,                            -- SHA-256 of what was last written to our slot
    alarm      BLOB,                            -- our slot and a last page, sealed, until it stands there
    -- The pages between the two: the fields of a `Standing`.
    seed          BLOB, seed_before BLOB, epoch INTEGER, epoch_since TEXT,
    their_epoch   INTEGER, their_key BLOB,
    number        INTEGER, content BLOB, sent TEXT,
    seen_by_them  INTEGER, noted_by_them INTEGER,
    seen_number   INTEGER, seen_digest BLOB, notes_ack INTEGER,
    owes          INTEGER
) STRICT;

-- A pairing that has begun, until the partner's confirmation has come.
CREATE TABLE meeting (
    partner      TEXT PRIMARY KEY REFERENCES pair (partner) ON DELETE CASCADE,
    code         BLOB NOT NULL,
    seed         BLOB NOT NULL,
    nonce        BLOB NOT NULL,
    contribution BLOB NOT NULL,
    since        TEXT NOT NULL,
    m1           BLOB NOT NULL,
    m2           BLOB NOT NULL,
    m3           BLOB NOT NULL,
    m4           BLOB NOT NULL
) STRICT;

-- Words typed to a partner, and theirs. `about` is the id under which a goal is shared, on either side.
CREATE TABLE note_out (
    partner TEXT NOT NULL REFERENCES pair (partner) ON DELETE CASCADE,
    no      INTEGER NOT NULL,
    about   TEXT,
    text    TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (partner, no)
) STRICT, WITHOUT ROWID;
CREATE TABLE note_in (
    partner TEXT NOT NULL REFERENCES pair (partner) ON DELETE CASCADE,
    no      INTEGER NOT NULL,
    about   TEXT,
    text    TEXT NOT NULL,
    at      TEXT NOT NULL,
    kept    INTEGER NOT NULL DEFAULT 0,         -- among the words that one keeps for a hard day
    PRIMARY KEY (partner, no)
) STRICT, WITHOUT ROWID;

-- One yes: one goal, one partner, these parts, these words, until then. `shared` is the id the partner knows it by.
CREATE TABLE consent (
    number       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    partner      TEXT NOT NULL REFERENCES pair (partner) ON DELETE CASCADE,
    goal         TEXT REFERENCES item (id) ON DELETE SET NULL,
    shared       TEXT NOT NULL,
    fields       TEXT NOT NULL,                 -- JSON array
    words        TEXT NOT NULL,                 -- JSON object: what was said yes to, by part
    step         TEXT,                          -- the journal's id of the next step that is shared
    step_shared  TEXT,
    statement    TEXT NOT NULL,
    version      INTEGER NOT NULL,
    said_with    TEXT NOT NULL,
    starts       TEXT NOT NULL,                 -- local calendar days
    expires      TEXT NOT NULL,
    status       TEXT NOT NULL,                 -- active | paused | stopped | expired | superseded
    made_at      TEXT NOT NULL,
    changed_at   TEXT,
    sent_number  INTEGER,                       -- the first page that these words were on
    sent_at      TEXT,
    seen_at      TEXT,                          -- when the partner's cairn said that it has them
    gone_number  INTEGER,                       -- the first page without them
    gone_at      TEXT,                          -- when the partner's cairn said that it has that
    supersedes   TEXT
) STRICT;
CREATE INDEX consent_by_partner ON consent (partner, status);

-- Where the goal of a yes is erased, so are its words; and once the words are gone, nothing can be said of them from
-- the ledger either.
CREATE TRIGGER goal_erased AFTER UPDATE OF goal ON consent WHEN NEW.goal IS NULL AND OLD.goal IS NOT NULL
BEGIN UPDATE consent SET words = '{}', statement = '' WHERE number = NEW.number
    ; UPDATE pair SET content = x'' WHERE partner = NEW.partner AND content IS NOT NULL
    ; UPDATE ledger SET salt = NULL WHERE CASE WHEN json_valid(row) THEN json_extract(row, '$.grant_id') END = NEW.id
    ; END;
CREATE TRIGGER consent_erased AFTER DELETE ON consent
BEGIN UPDATE ledger SET salt = NULL WHERE CASE WHEN json_valid(row) THEN json_extract(row, '$.grant_id') END = OLD.id
    ; END;

-- Where a partner is erased, all words of both go at once. What is needed to say that it has ended stays until then.
CREATE TRIGGER partner_erased AFTER DELETE ON item WHEN EXISTS (SELECT 1 FROM pair WHERE partner = OLD.id)
BEGIN DELETE FROM note_out WHERE partner = OLD.id
    ; DELETE FROM note_in WHERE partner = OLD.id
    ; DELETE FROM consent WHERE partner = OLD.id
    ; DELETE FROM pair WHERE partner = OLD.id AND state NOT IN ('matched', 'active', 'ending')
        AND alarm IS NULL AND partner NOT IN (SELECT partner FROM meeting)
    ; UPDATE pair SET group_name = NULL, my_name = NULL, line = NULL, agreement = NULL, yes_to = NULL, words = NULL,
        view = NULL, content = CASE WHEN content IS NULL THEN NULL ELSE x'' END WHERE partner = OLD.id
    ; END;

-- Every yes, pause and stop, each row bound to the one before. No words are here: it outlives what was shared.
CREATE TABLE ledger (
    number   INTEGER PRIMARY KEY,
    row      TEXT NOT NULL,                     -- canonical JSON
    salt     BLOB,                              -- of the digest in a `SENT`; goes when the words go
    prev     BLOB NOT NULL,
    row_hash BLOB NOT NULL
) STRICT;
