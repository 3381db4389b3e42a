-- Log-ins with their refresh tokens, personal tokens, bots and administrators. Tokens are kept as hashes.

alter table account add column look varchar(300);           -- what the name looks like; null where an older account looks alike
alter table account add column bot boolean default false not null;
alter table account add column administrator boolean default false not null;

create unique index account_look on account (look);

create table login_session (                     -- a log-in; the row is deleted when it ends
  id         uuid         primary key,
  account_id uuid         not null references account,
  scopes     varchar(200) not null,
  client     varchar(200) not null,              -- what the client calls itself
  created_at timestamp with time zone not null,
  used_at    timestamp with time zone not null,  -- when it was renewed last
  expires_at timestamp with time zone not null
);

create index login_session_account on login_session (account_id);

create table refresh_token (                     -- spent ones too, so that their reuse is noticed
  hash       varchar(64) primary key,
  session_id uuid        not null references login_session on delete cascade,
  spent_at   timestamp with time zone
);

create index refresh_token_session on refresh_token (session_id);

create table api_token (
  id         uuid         primary key,
  account_id uuid         not null references account,
  name       varchar(100) not null,
  hash       varchar(64)  not null unique,
  scopes     varchar(200) not null,
  created_at timestamp with time zone not null,
  used_at    timestamp with time zone,           -- to the minute
  expires_at timestamp with time zone not null
);

create index api_token_account on api_token (account_id);
