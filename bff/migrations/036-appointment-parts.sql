-- In which half of its day somebody comes; those that were made before said none and end within a week.
alter table appointments add column part text not null default 'morning';
