-- SHA-256 of the words that were read, kept with the record: what was agreed to is known whatever becomes of the texts. Null of older records.
alter table consents add column text_hash text;
