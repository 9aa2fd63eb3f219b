-- Statements go by index whatever the statistics say. To sort thirty thousand keyed hashes for them, every time that the table has
-- grown by a tenth, was half of what autovacuum cost.
ALTER TABLE telephony_session
  ALTER COLUMN session SET STATISTICS 0,
  ALTER COLUMN code SET STATISTICS 0,
  ALTER COLUMN purpose SET STATISTICS 0,
  ALTER COLUMN started_at SET STATISTICS 0,
  ALTER COLUMN last_activity SET STATISTICS 0,
  ALTER COLUMN linked_at SET STATISTICS 0,
  ALTER COLUMN feedback_at SET STATISTICS 0,
  ALTER COLUMN relinked SET STATISTICS 0,
  ALTER COLUMN feedback_due SET STATISTICS 0,
  ALTER COLUMN call SET STATISTICS 0,
  ALTER COLUMN token SET STATISTICS 0,
  ALTER COLUMN sealed SET STATISTICS 0;
