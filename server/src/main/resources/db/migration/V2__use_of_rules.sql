-- What each rule used of a command's budgets, as JSON: measured, and no part of the hash chain.
alter table game_command add column rule_use text;
