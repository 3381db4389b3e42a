-- What people say about games. No part of any game's law, and not in its log.

create table talk_room (
  game_id    varchar(100) primary key,
  last       bigint       not null,         -- counts what was said and changed
  spectators boolean      not null          -- whether others than players and master may write
);

create table talk_message (
  game_id    varchar(100)  not null references talk_room,
  number     bigint        not null,
  changed    bigint        not null,        -- the count of its last change
  at         timestamp with time zone not null,
  author     varchar(100)  not null,
  proposal   integer       not null,        -- 0 for none
  text       varchar(4000) not null,        -- empty where its author has deleted it
  command_id varchar(200)  not null,
  deleted    boolean       not null,
  hidden_by  varchar(100),
  reason     varchar(500),                  -- why it is hidden
  primary key (game_id, number),
  unique (game_id, author, command_id)
);
create index talk_message_changed on talk_message (game_id, changed);
create index talk_message_author on talk_message (author);

create table talk_mute (
  id      varchar(210) primary key,         -- game and player
  game_id varchar(100) not null,
  player  varchar(100) not null,
  reason  varchar(500) not null,
  at      timestamp with time zone not null,
  until   timestamp with time zone          -- null for ever
);
create index talk_mute_game on talk_mute (game_id);

create table talk_report (
  number     bigint generated always as identity primary key,
  game_id    varchar(100)  not null,
  message    bigint        not null,
  author     varchar(100)  not null,        -- of the message
  text       varchar(4000) not null,        -- of the message when it was reported
  reporter   varchar(100)  not null,
  reason     varchar(500)  not null,
  at         timestamp with time zone not null,
  closed_at  timestamp with time zone,
  unique (game_id, message, reporter)
);
create index talk_report_author on talk_report (author);
create index talk_report_reporter on talk_report (reporter);
