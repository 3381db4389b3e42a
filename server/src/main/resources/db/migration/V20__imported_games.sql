-- The key that has signed the record from which a game was imported; null where it was played here.
alter table game add column imported varchar(100);
