-- One script for H2 and PostgreSQL. Texts are canonical JSON, kept byte for byte.

create table account (
  id            uuid         primary key,
  name          varchar(100) not null,
  name_key      varchar(300) not null unique,    -- the name as it is compared
  password_hash varchar(500) not null,
  created_at    timestamp with time zone not null
);

create table game (
  game_id  varchar(100) primary key,
  number   bigint generated always as identity,  -- the order of creation
  head_seq bigint       not null,
  position bigint       not null,
  epoch    bigint       not null,                -- fencing number: it only grows, the row is never deleted
  owner    varchar(200) not null,                -- who took over last; information only
  status   varchar(20)  not null,                -- OPEN or CLOSED
  link     varchar(64)  not null
);

create table game_command (                      -- one row per decided command, refused ones too
  game_id       varchar(100) not null references game,
  position      bigint       not null,
  player        varchar(100) not null,
  command_id    varchar(200) not null,
  envelope      text         not null,
  outcome       text         not null,
  first_seq     bigint       not null,
  last_seq      bigint       not null,
  rulebook_hash varchar(64)  not null,
  state_hash    varchar(64)  not null,
  previous      varchar(64)  not null,
  link          varchar(64)  not null,
  epoch         bigint       not null,
  recorded_at   timestamp with time zone not null,
  primary key (game_id, position),
  unique (game_id, player, command_id)
);

create table game_event (
  game_id     varchar(100) not null references game,
  seq         bigint       not null,
  position    bigint       not null,
  type        varchar(100) not null,
  payload     text         not null,
  recorded_at timestamp with time zone not null,
  primary key (game_id, seq)
);
