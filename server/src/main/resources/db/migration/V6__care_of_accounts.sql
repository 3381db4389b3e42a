-- Mail addresses, suspension and deletion of accounts, and passwords that are set anew.

alter table account add column email varchar(254);
alter table account add column suspended_at timestamp with time zone;
alter table account add column suspension varchar(500);      -- why; null where it is not suspended
alter table account add column deleted_at timestamp with time zone;  -- the name stays taken

create table password_reset (
  hash       varchar(64) primary key,
  account_id uuid        not null references account,
  expires_at timestamp with time zone not null
);

create index password_reset_account on password_reset (account_id);
create index game_command_player on game_command (player);
