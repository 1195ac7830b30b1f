-- Upkeep by one node: who it is.

-- One row: the process that does the upkeep, until when unless it says so again. Whoever finds the time run out takes its place.
CREATE TABLE leadership (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  holder uuid,
  held_until timestamptz NOT NULL
);
INSERT INTO leadership (holder, held_until) VALUES (NULL, '-infinity');
