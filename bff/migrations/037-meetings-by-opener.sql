-- Erasing an account looks for the meetings that its holder opened.
create index meetings_by_opener on meetings (opener_holder);
