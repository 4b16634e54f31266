-- A person's page for a facilitator, and a facilitator's own home: groups, notes to them, a role card.

-- The page as it is here. What was said yes to of it stands in `consent`, in the words of that moment.
CREATE TABLE summary (
    item                   INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    partner                TEXT NOT NULL,           -- the id of the facilitator it is for
    what_matters_to_me_now TEXT,
    support_i_would_like   TEXT,
    questions_for_you      TEXT,
    goals                  TEXT NOT NULL DEFAULT '[]', -- JSON array: "id part,part"
    what_is_going_well     TEXT,
    what_helps_me          TEXT,
    what_i_bring           TEXT,
    please_know            TEXT,
    look_back_lines        TEXT NOT NULL DEFAULT '[]',
    period                 TEXT,
    valid_until            TEXT,                    -- a local calendar day
    may_print              TEXT NOT NULL DEFAULT 'no'
) STRICT;

-- There is deliberately no table of who is in a group.
CREATE TABLE peer_group (
    item            INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    name            TEXT NOT NULL,
    via             TEXT NOT NULL,
    why_we_meet     TEXT,
    "when"          TEXT,
    privacy         TEXT,
    hard_times_and_stopping TEXT,
    closes_on       TEXT,                           -- a local calendar day: the last one
    closing_words   TEXT,
    handed_to       TEXT
) STRICT;

CREATE TABLE role_card (
    item            INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    name            TEXT,
    i_do            TEXT,
    i_do_not        TEXT,
    who_supports_me TEXT,
    limits_of_confidentiality TEXT,
    reads_on        TEXT,
    lived_experience_statement TEXT
) STRICT;

CREATE TABLE group_note (
    item      INTEGER PRIMARY KEY REFERENCES item (number) ON DELETE CASCADE,
    text      TEXT NOT NULL,
    "group"   TEXT NOT NULL                         -- the group's id
) STRICT;

-- The facilitator's: a random id, and two bytes, of the page that was opened last. The person's: digest of the role
-- card they saw.
ALTER TABLE pair ADD COLUMN summary_read BLOB;
ALTER TABLE pair ADD COLUMN card_shown BLOB;

-- A note to a group that was erased leaves the copies of it that nobody has taken in yet.
ALTER TABLE note_out ADD COLUMN group_note TEXT REFERENCES item (id) ON DELETE SET NULL;
CREATE TRIGGER group_note_erased AFTER UPDATE OF group_note ON note_out
WHEN NEW.group_note IS NULL AND OLD.group_note IS NOT NULL
BEGIN UPDATE note_out SET text = '' WHERE partner = NEW.partner AND no = NEW.no
    ; UPDATE pair SET content = x'' WHERE partner = NEW.partner AND content IS NOT NULL
    ; END;

-- A yes is to a goal or to a page for a facilitator; `goal` is the id of either.
ALTER TABLE consent ADD COLUMN kind TEXT NOT NULL DEFAULT 'goal';

-- The goals that stand on such a page. Erasing one takes its words out of the yes, and the page with it.
CREATE TABLE consent_goal (
    consent TEXT NOT NULL REFERENCES consent (id) ON DELETE CASCADE,
    goal    TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    PRIMARY KEY (consent, goal)
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_goal_by_goal ON consent_goal (goal);
CREATE TRIGGER goal_of_a_summary_erased AFTER DELETE ON consent_goal
BEGIN UPDATE consent SET words = '{}', statement = '' WHERE id = OLD.consent
    ; UPDATE pair SET content = x'' WHERE content IS NOT NULL
        AND partner = (SELECT partner FROM consent WHERE id = OLD.consent)
    ; UPDATE ledger SET salt = NULL
        WHERE CASE WHEN json_valid(row) THEN json_extract(row, '$.grant_id') END = OLD.consent
    ; END;

-- What is deleted is not shared from that moment on, and undo brings back no yes. `untold`: the ledger does not say so yet.
ALTER TABLE consent ADD COLUMN untold INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER shared_deleted AFTER UPDATE OF deleted_at ON item
WHEN NEW.deleted_at IS NOT NULL AND OLD.deleted_at IS NULL
BEGIN UPDATE consent SET status = 'stopped', changed_at = NEW.deleted_at, untold = 1
        WHERE status IN ('active', 'paused')
        AND (goal = NEW.id OR id IN (SELECT consent FROM consent_goal WHERE consent_goal.goal = NEW.id))
    ; END;

-- A page for a facilitator who is erased has nobody it could be for, and no place where it could be seen.
CREATE TRIGGER summary_of_erased AFTER DELETE ON item WHEN OLD.kind = 'partner'
BEGIN DELETE FROM item WHERE number IN (SELECT item FROM summary WHERE partner = OLD.id)
    ; END;

DROP TRIGGER partner_erased;
CREATE TRIGGER partner_erased AFTER DELETE ON item WHEN EXISTS (SELECT 1 FROM pair WHERE partner = OLD.id)
BEGIN DELETE FROM note_out WHERE partner = OLD.id
    ; DELETE FROM note_in WHERE partner = OLD.id
    ; DELETE FROM consent WHERE partner = OLD.id
    ; DELETE FROM pair WHERE partner = OLD.id AND state NOT IN ('matched', 'active', 'ending')
        AND alarm IS NULL AND partner NOT IN (SELECT partner FROM meeting)
    ; UPDATE pair SET group_name = NULL, my_name = NULL, line = NULL, agreement = NULL, yes_to = NULL, words = NULL,
        summary_read = NULL, card_shown = NULL, view = NULL,
        content = CASE WHEN content IS NULL THEN NULL ELSE x'' END WHERE partner = OLD.id
    ; END;
