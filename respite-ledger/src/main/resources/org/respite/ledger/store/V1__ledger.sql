-- One ledger to a database. Rows of batch and entry are only ever added; tip is a note of where the chains end now.
CREATE TABLE ledger (
  id     VARCHAR(32) PRIMARY KEY,
  header TEXT NOT NULL
);

CREATE TABLE batch (
  head      VARCHAR(64) PRIMARY KEY,   -- hash of its last entry
  position  BIGINT NOT NULL UNIQUE,    -- order of arrival: causes before effects
  author    VARCHAR(32) NOT NULL,
  last_seq  BIGINT NOT NULL,
  signature VARCHAR(128) NOT NULL
);

CREATE INDEX batch_by_author ON batch (author, last_seq);

CREATE TABLE entry (
  batch VARCHAR(64) NOT NULL REFERENCES batch (head),
  seq   BIGINT NOT NULL,
  hash  VARCHAR(64) NOT NULL,
  entry ${bytes} NOT NULL,             -- canonical JSON; sealed where the workspace has a passphrase
  PRIMARY KEY (batch, seq)
);

CREATE TABLE tip (
  head VARCHAR(64) PRIMARY KEY REFERENCES batch (head)
);
