-- What a relay keeps. Times are whole seconds of UTC.

CREATE TABLE slot (
    id           bytea PRIMARY KEY,    -- 16 random bytes
    read_sha256  bytea NOT NULL,       -- of the capability that reads
    write_sha256 bytea NOT NULL,       -- of the one that writes
    body         bytea NOT NULL,       -- 16,384 bytes: the newest page
    version      bigint NOT NULL,      -- from 1, one higher with each write
    written_at   bigint NOT NULL,
    used_at      bigint NOT NULL       -- when it was last seen to be in use, renewed at most once a day
) WITH (
    -- A write leaves its row on the same page, where the day is the same, and touches no index.
    fillfactor = 80,
    -- Each write leaves as many dead bytes as it brings: they are cleared away before they are many, and at once.
    autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0,
    toast.autovacuum_vacuum_scale_factor = 0.05, toast.autovacuum_vacuum_cost_delay = 0
);

-- What is sealed cannot be made smaller, and is not tried.
ALTER TABLE slot ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE INDEX slot_used_at ON slot (used_at);
