-- One row a slot, with the newest page. What is small comes first, so that looking for old slots reads no page.
CREATE TABLE slot (
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    read_sha256 BLOB NOT NULL CHECK (length(read_sha256) = 32),
    write_sha256 BLOB NOT NULL CHECK (length(write_sha256) = 32),
    version INTEGER NOT NULL CHECK (version > 0),
    written_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    body BLOB NOT NULL CHECK (length(body) = 16384)
) STRICT;
