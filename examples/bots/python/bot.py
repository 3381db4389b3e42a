"""A bot that plays Nomic, with Python's standard library alone.

    python3 bot.py http://localhost:8080 my-bot [GAME]

It keeps its token, its game and its place in the file my-bot.json, and goes on from there when it
is started again. Without GAME it looks for one in which bots are welcome, or creates one.
"""

import http.client
import json
import os
import secrets
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

if len(sys.argv) not in (3, 4):
    sys.exit("usage: bot.py http://localhost:8080 NAME [GAME]")
SERVER, NAME, *GIVEN = sys.argv[1:]

FILE = NAME + ".json"
state = json.load(open(FILE)) if os.path.exists(FILE) else {}


def save():
    """Keeps the state where nobody else can read it: whoever has the token can play as the bot."""
    with open(os.open(FILE + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(state, file)
    os.replace(FILE + ".new", FILE)


class Refused(Exception):
    """What the server does not do, and why."""

    def __init__(self, problem):
        super().__init__(problem.get("detail") or problem["title"])
        self.kind = problem["type"].rsplit("/", 1)[-1]


AGAIN = (429, 502, 503, 504)


def request(method, path, body=None, key=None):
    """A request. A body that is a text is a form, any other is JSON."""
    form = isinstance(body, str)
    headers = {"Content-Type": "application/x-www-form-urlencoded" if form else "application/json"}
    if "token" in state:
        headers["Authorization"] = "Bearer " + state["token"]
    if key:
        headers["Idempotency-Key"] = key
    data = body.encode() if form else None if body is None else json.dumps(body).encode()
    return urllib.request.Request(SERVER + "/api/v1" + path, data, headers, method=method)


def call(method, path, body=None, key=None):
    """Asks until there is an answer. A key makes a command happen once, however often it is sent."""
    while True:
        try:
            with urllib.request.urlopen(request(method, path, body, key), timeout=150) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            if error.code not in AGAIN:
                raise Refused(json.load(error)) from None
            time.sleep(int(error.headers.get("Retry-After") or 1))
        except OSError:
            time.sleep(1)


def register():
    """Gets a token that is good for 90 days."""
    state.setdefault("password", secrets.token_urlsafe(24))
    save()
    try:
        call("POST", "/accounts", {"name": NAME, "password": state["password"], "bot": True})
    except Refused as refused:
        if refused.kind != "name-taken":
            raise
    login = {"grant_type": "password", "username": NAME, "password": state["password"]}
    state["token"] = call("POST", "/token", urllib.parse.urlencode(login))["access_token"]
    scopes = ["game:read", "game:play", "game:master"]
    state["token"] = call("POST", "/me/tokens", {"name": "bot", "scopes": scopes})["token"]
    save()


def find_game():
    """Takes a seat in the game that is given, or in one where bots are welcome, or in a new one."""
    games = call("GET", "/games?status=open&joinable=true&q=bots+welcome&limit=1")
    if GIVEN:
        game = GIVEN[0]
    elif games:
        game = games[0]["id"]
    else:
        new = {"name": f"Bots welcome, says {NAME}", "ruleset": "suber"}
        game = call("POST", "/games", new, key=secrets.token_hex())["id"]
    try:
        call("POST", f"/games/{game}/join", {}, key="join")
    except Refused as refused:
        if refused.kind != "already-joined":
            raise
    state["game"] = game
    state["seq"] = call("GET", f"/games/{game}")["head"]
    save()


def events():
    """The events after the last one that was worked off, and then those that happen."""
    while True:
        try:
            stream = request("GET", f"/games/{state['game']}/stream?after={state['seq']}")
            with urllib.request.urlopen(stream, timeout=30) as lines:
                for line in lines:
                    if line.strip():
                        yield json.loads(line)
        except urllib.error.HTTPError as error:
            if error.code not in AGAIN:
                raise Refused(json.load(error)) from None
        except (OSError, http.client.HTTPException, ValueError):
            pass
        time.sleep(1)


PLAYERS = 3
BONUS = """rule "a bonus of ten points for each law"
when
    VoteSettled( adopted, $author : author )
then
    law.award($author, 10);
end
"""


def act():
    """Does what the game waits for; what is refused is told and left at that."""
    for todo in call("GET", "/me/todo"):
        if todo["game"] == state["game"]:
            try:
                match todo["what"]:
                    case "start":
                        start()
                    case "turn":
                        propose()
                    case "vote":
                        vote(todo["proposal"])
            except Refused as refused:
                print(f"{NAME}: {refused}", flush=True)


def start():
    """Starts the own game when enough have joined."""
    if len(call("GET", f"/games/{state['game']}")["players"]) >= PLAYERS:
        call("POST", f"/games/{state['game']}/start", {}, key="start")


def propose():
    """Proposes a rule; the key makes it one proposal in each turn."""
    turn = call("GET", f"/games/{state['game']}")["turn"]["number"]
    draft = {
        "kind": "enact",
        "title": f"A bonus, proposed in turn {turn}",
        "prose": "Each adopted change earns its author ten points more.",
        "code": BONUS,
    }
    call("POST", f"/games/{state['game']}/proposals", draft, key=f"propose-{turn}")


def vote(number):
    """Votes for what does not cost the bot points, and on the text that it has looked at."""
    path = f"/games/{state['game']}/proposals/{number}"
    proposal = call("GET", path)
    points = call("GET", path + "/preview")["points"]
    gain = sum(each["after"] - each["now"] for each in points if each["player"] == NAME)
    ballot = {"choice": "for" if gain >= 0 else "against", "hash": proposal["hash"]}
    call("POST", path + "/ballots", ballot, key=f"vote-{number}-{proposal['revision']}")


WAKE = ("PlayerJoined", "TurnStarted", "ProposalMade", "VoteOpened", "GameResumed", "RolledBack")
END = ("GameWon", "GameDrawn", "GameEnded")


def play():
    """Looks around once, and then at each event that may ask for something."""
    act()
    for event in events():
        if event["type"] in WAKE:
            act()
        state["seq"] = event["seq"]
        save()
        if event["type"] in END:
            return


if "token" not in state:
    register()
if "game" not in state:
    find_game()
print(f"{NAME} plays game {state['game']}", flush=True)
play()
print(f"{NAME} saw {call('GET', '/games/' + state['game'])['winner']} win")
del state["game"]
save()
