-- Why a game takes no commands; null where it does.
alter table game add column quarantine varchar(500);
alter table game drop column status;
