-- An export and an erasure look for the meetings that a phone joined.
create index meetings_by_joiner on meetings (joiner_device);
