-- Where people want to be called, and the outbox of these calls.

create table webhook (
  id            uuid          primary key,
  account       varchar(100)  not null,     -- its name
  url           varchar(2000) not null,
  secret        varchar(100)  not null,     -- signs; it has to be known, so it is no hash
  types         varchar(500)  not null,
  game_id       varchar(100),               -- null for all
  created_at    timestamp with time zone not null,
  failing_since timestamp with time zone,   -- null where the last call succeeded
  disabled_at   timestamp with time zone,
  disabled      varchar(200)                -- why
);
create index webhook_account on webhook (account);
create index webhook_game on webhook (game_id);

create table webhook_delivery (
  number     bigint generated always as identity primary key,
  id         uuid         not null unique,
  webhook_id uuid         not null references webhook on delete cascade,
  type       varchar(20)  not null,
  game_id    varchar(100),
  body       text         not null,
  created_at timestamp with time zone not null,
  status     varchar(20)  not null,
  attempts   integer      not null,
  next_at    timestamp with time zone,      -- null where there is no further attempt
  tried_at   timestamp with time zone,
  answer     integer,                       -- the status of HTTP
  error      varchar(200)
);
create index webhook_delivery_next on webhook_delivery (status, next_at);
create index webhook_delivery_webhook on webhook_delivery (webhook_id, number);
