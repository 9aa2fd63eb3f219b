-- A row grows by its auth result. New rows leave a quarter of a page free, so that they find room for it there, as a heap-only
-- update, instead of filling what is left of a page that is nearly full.
ALTER TABLE telephony_session SET (fillfactor = 75);
