// A bot that plays Nomic, with what Node has built in (18 or newer).
//
//     node bot.mjs http://localhost:8080 my-bot [GAME]
//
// It keeps its token, its game and its place in the file my-bot.json, and goes on from there when
// it is started again. Without GAME it looks for one in which bots are welcome, or creates one.

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const [server, name, given] = process.argv.slice(2);
if (!name) {
  console.error("usage: bot.mjs http://localhost:8080 NAME [GAME]");
  process.exit(2);
}

const file = `${name}.json`;
const state = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};

/** Keeps the state where nobody else can read it: whoever has the token can play as the bot. */
function save() {
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** What the server does not do, and why. */
class Refused extends Error {
  constructor(problem) {
    super(problem.detail || problem.title);
    this.kind = problem.type.split("/").pop();
  }
}

const again = [429, 502, 503, 504];

/** A request. A body that is a form is sent as one, any other as JSON. */
function request(method, path, { body, key, signal } = {}) {
  const headers = {};
  if (state.token) headers.Authorization = `Bearer ${state.token}`;
  if (key) headers["Idempotency-Key"] = key;
  if (body && !(body instanceof URLSearchParams)) {
    headers["Content-Type"] = "application/json";
    body = JSON.stringify(body);
  }
  return fetch(`${server}/api/v1${path}`, { method, headers, body, signal });
}

/** Asks until there is an answer. A key makes a command happen once, however often it is sent. */
async function call(method, path, body, key) {
  for (;;) {
    let answer, json;
    try {
      answer = await request(method, path, { body, key, signal: AbortSignal.timeout(150_000) });
      json = await answer.json();
    } catch {
      await sleep(1000);
      continue;
    }
    if (answer.ok) return json;
    if (!again.includes(answer.status)) throw new Refused(json);
    await sleep(1000 * Number(answer.headers.get("Retry-After") || 1));
  }
}

/** Gets a token that is good for 90 days. */
async function register() {
  state.password ??= randomBytes(24).toString("base64url");
  save();
  try {
    await call("POST", "/accounts", { name, password: state.password, bot: true });
  } catch (refused) {
    if (refused.kind !== "name-taken") throw refused;
  }
  const login = { grant_type: "password", username: name, password: state.password };
  state.token = (await call("POST", "/token", new URLSearchParams(login))).access_token;
  const scopes = ["game:read", "game:play", "game:master"];
  state.token = (await call("POST", "/me/tokens", { name: "bot", scopes })).token;
  save();
}

/** Takes a seat in the game that is given, or in one where bots are welcome, or in a new one. */
async function findGame() {
  const games = await call("GET", "/games?status=open&joinable=true&q=bots+welcome&limit=1");
  let game = given ?? games[0]?.id;
  if (!game) {
    const fresh = { name: `Bots welcome, says ${name}`, ruleset: "suber" };
    game = (await call("POST", "/games", fresh, randomBytes(16).toString("hex"))).id;
  }
  try {
    await call("POST", `/games/${game}/join`, {}, "join");
  } catch (refused) {
    if (refused.kind !== "already-joined") throw refused;
  }
  state.game = game;
  state.seq = (await call("GET", `/games/${game}`)).head;
  save();
}

/** The events after the last one that was worked off, and then those that happen. */
async function* events() {
  for (;;) {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), 30_000);
    try {
      const path = `/games/${state.game}/stream?after=${state.seq}`;
      const answer = await request("GET", path, { signal: silence.signal });
      if (!answer.ok && !again.includes(answer.status)) throw new Refused(await answer.json());
      let text = "";
      const decoder = new TextDecoder();
      for await (const bytes of answer.ok ? answer.body : []) {
        timer.refresh();
        text += decoder.decode(bytes, { stream: true });
        const lines = text.split("\n");
        text = lines.pop();
        for (const line of lines) if (line.trim()) yield JSON.parse(line);
      }
    } catch (error) {
      if (error instanceof Refused) throw error;
    } finally {
      clearTimeout(timer);
    }
    await sleep(1000);
  }
}

const players = 3;
const bonus = `rule "a bonus of ten points for each law"
when
    VoteSettled( adopted, $author : author )
then
    law.award($author, 10);
end
`;

/** Does what the game waits for; what is refused is told and left at that. */
async function act() {
  for (const todo of await call("GET", "/me/todo")) {
    if (todo.game !== state.game) continue;
    try {
      if (todo.what === "start") await start();
      if (todo.what === "turn") await propose();
      if (todo.what === "vote") await vote(todo.proposal);
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      console.log(`${name}: ${refused.message}`);
    }
  }
}

/** Starts the own game when enough have joined. */
async function start() {
  if ((await call("GET", `/games/${state.game}`)).players.length >= players) {
    await call("POST", `/games/${state.game}/start`, {}, "start");
  }
}

/** Proposes a rule; the key makes it one proposal in each turn. */
async function propose() {
  const turn = (await call("GET", `/games/${state.game}`)).turn.number;
  const draft = {
    kind: "enact",
    title: `A bonus, proposed in turn ${turn}`,
    prose: "Each adopted change earns its author ten points more.",
    code: bonus,
  };
  await call("POST", `/games/${state.game}/proposals`, draft, `propose-${turn}`);
}

/** Votes for what does not cost the bot points, and on the text that it has looked at. */
async function vote(number) {
  const path = `/games/${state.game}/proposals/${number}`;
  const proposal = await call("GET", path);
  const mine = (await call("GET", `${path}/preview`)).points.find((each) => each.player === name);
  const choice = !mine || mine.after >= mine.now ? "for" : "against";
  const ballot = { choice, hash: proposal.hash };
  await call("POST", `${path}/ballots`, ballot, `vote-${number}-${proposal.revision}`);
}

const wake = ["PlayerJoined", "TurnStarted", "ProposalMade", "VoteOpened", "GameResumed", "RolledBack"];
const end = ["GameWon", "GameDrawn", "GameEnded"];

/** Looks around once, and then at each event that may ask for something. */
async function play() {
  await act();
  for await (const event of events()) {
    if (wake.includes(event.type)) await act();
    state.seq = event.seq;
    save();
    if (end.includes(event.type)) return;
  }
}

if (!state.token) await register();
if (!state.game) await findGame();
console.log(`${name} plays game ${state.game}`);
await play();
console.log(`${name} saw ${(await call("GET", `/games/${state.game}`)).winner} win`);
delete state.game;
save();
