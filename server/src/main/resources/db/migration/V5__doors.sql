-- Who may see and join games. A game without a row is public and joined by all.
create table game_door (
  game_id    varchar(100) primary key,      -- written before the game, so that it is never open for a moment
  visibility varchar(20)  not null,
  approval   boolean      not null,
  link_hash  varchar(64)                    -- SHA-256 of the key in the link of invitation
);

create table game_guest (
  id       varchar(210) primary key,        -- game and player
  game_id  varchar(100) not null,
  player   varchar(100) not null,
  standing varchar(20)  not null,
  at       timestamp with time zone not null
);
create index game_guest_by_game on game_guest (game_id);
create index game_guest_by_player on game_guest (player);
