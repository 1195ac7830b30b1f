-- Links that confirm another address of a person: it becomes theirs when the link is used.
ALTER TABLE one_time_links ADD COLUMN email text;
ALTER TABLE one_time_links DROP CONSTRAINT one_time_links_kind_check;
ALTER TABLE one_time_links ADD CONSTRAINT one_time_links_kind_check
  CHECK (kind IN ('set_up', 'password_reset', 'email_change') AND (kind = 'email_change') = (email IS NOT NULL));
