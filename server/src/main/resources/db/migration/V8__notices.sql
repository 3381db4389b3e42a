-- What people are told of, each account with a box of its own.

create table notice_box (
  account varchar(100) primary key,         -- its name
  last    bigint not null,                  -- the number of the last notice
  read_to bigint not null                   -- the number of the last one that was read
);

create table notice (
  account     varchar(100) not null references notice_box on delete cascade,
  number      bigint       not null,
  kind        varchar(20)  not null,
  game_id     varchar(100) not null,
  origin      varchar(150) not null,        -- what it was made of, so that it is made once
  seq         bigint,
  proposal    integer,
  case_number integer,
  message     bigint,
  player      varchar(100),
  at          timestamp with time zone not null,
  primary key (account, number),
  unique (account, game_id, origin, kind)
);

create table notice_place (                 -- how far the log of each game was read for notices
  game_id varchar(100) primary key,
  seq     bigint not null
);
insert into notice_place (game_id, seq) select game_id, head_seq from game;
