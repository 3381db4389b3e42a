"""A plain client of the Nomic API: REST and WebSocket with Python's standard library alone.

    python3 nomic_client.py http://localhost:8080

plays a whole game with three players: Ann uses REST, Bob the WebSocket, and Eve both. They change
the winning score by vote and play on until somebody wins.
"""

import base64
import itertools
import json
import os
import socket
import struct
import sys
import urllib.error
import urllib.parse
import urllib.request
import uuid


class Refused(Exception):
    """The server's problem document: `status`, `title`, `detail` and, where a rule forbids, `rule`."""

    def __init__(self, problem):
        super().__init__(problem.get("detail") or problem.get("title") or str(problem))
        self.problem = problem


class Api:
    """One account's view of the server over REST."""

    def __init__(self, server):
        self.server = server.rstrip("/")
        self.token = None
        self.refresh_token = None

    def call(self, method, path, body=None, form=None):
        """Sends a request; one whose token has expired is sent again with the next token."""
        key = str(uuid.uuid4())
        try:
            return self.send(method, path, body, form, key)
        except Refused as refused:
            if refused.problem.get("status") != 401 or not self.refresh_token:
                raise
            self.grant(grant_type="refresh_token", refresh_token=self.refresh_token)
            return self.send(method, path, body, form, key)

    def send(self, method, path, body, form, key):
        headers = {"Accept": "application/json"}
        data = None
        if form is not None:
            data = urllib.parse.urlencode(form).encode()
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        elif method == "POST":
            data = json.dumps(body or {}).encode()
            headers["Content-Type"] = "application/json"
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        if method == "POST":
            headers["Idempotency-Key"] = key
        request = urllib.request.Request(
            self.server + "/api/v1" + path, data=data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                text = answer.read()
                return json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            text = error.read()
            raise Refused(json.loads(text) if text else {"status": error.code}) from None

    def get(self, path):
        return self.call("GET", path)

    def post(self, path, body=None):
        return self.call("POST", path, body)

    def register(self, name, password, bot=False):
        """Opens an account, marked as that of a bot or not, and logs in."""
        self.post("/accounts", {"name": name, "password": password, "bot": bot})
        self.login(name, password)

    def login(self, name, password):
        self.grant(grant_type="password", username=name, password=password)

    def grant(self, **form):
        """Gets an access token, good for some minutes, and the token that renews it once."""
        self.token, self.refresh_token = None, None
        granted = self.call("POST", "/token", form=form)
        self.token, self.refresh_token = granted["access_token"], granted["refresh_token"]

    def propose(self, game, **proposal):
        """Proposes a change and answers its number."""
        return self.post(f"/games/{game}/proposals", proposal)["number"]

    def vote(self, game, proposal, choice):
        return self.post(f"/games/{game}/proposals/{proposal}/ballots", {"choice": choice})

    def events(self, game, since=0):
        """All events after a sequence number, page by page."""
        while True:
            page = self.get(f"/games/{game}/events?since={since}&limit=200")
            if not page:
                return
            yield from page
            since = page[-1]["seq"]


class Live:
    """The socket: frames of JSON out and in, after the handshake of RFC 6455."""

    def __init__(self, server, token=None):
        where = urllib.parse.urlsplit(server)
        port = where.port or 80
        self.socket = socket.create_connection((where.hostname, port), timeout=60)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((
            "GET /ws HTTP/1.1\r\n"
            f"Host: {where.hostname}:{port}\r\n"
            "Connection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: nomic.v1\r\n"
            f"Sec-WebSocket-Key: {key}\r\n\r\n").encode())
        self.buffer = self.socket.makefile("rb")
        status = self.buffer.readline().decode().strip()
        if " 101" not in status:
            raise ConnectionError("The server did not open the socket: " + status)
        while self.buffer.readline().strip():
            pass
        self.ids = itertools.count(1)
        self.session = uuid.uuid4().hex
        self.waiting = []
        if token:
            self.ask({"type": "authenticate", "token": token})

    def subscribe(self, game, since=0):
        self.ask({"type": "subscribe", "game": game, "since": since})

    def ask(self, frame):
        """Sends a frame under an id of its own and answers the reply that is bound to it."""
        frame = dict(frame, id=f"{self.session}-{next(self.ids)}")
        self.send(0x1, json.dumps(frame).encode())
        while True:
            said = self.read()
            if said.get("type") == "reply" and said["id"] == frame["id"]:
                if not said["ok"]:
                    raise Refused(said["problem"])
                return said
            self.waiting.append(said)

    def events(self):
        """The events of the games that are subscribed to, as they come."""
        while True:
            said = self.waiting.pop(0) if self.waiting else self.read()
            if said.get("type") == "event":
                yield said["event"]
            elif said.get("type") == "error":
                raise Refused(said["problem"])

    def read(self):
        """The next frame of text; pings are answered on the way."""
        text = b""
        while True:
            final, kind, payload = self.frame()
            if kind == 0x9:
                self.send(0xA, payload)
            elif kind == 0x8:
                raise ConnectionError("The server closed the socket")
            elif kind in (0x0, 0x1):
                text += payload
                if final:
                    return json.loads(text)

    def frame(self):
        first, second = self.exactly(2)
        length = second & 0x7F
        if length == 126:
            (length,) = struct.unpack(">H", self.exactly(2))
        elif length == 127:
            (length,) = struct.unpack(">Q", self.exactly(8))
        return first & 0x80, first & 0x0F, self.exactly(length)

    def exactly(self, count):
        data = self.buffer.read(count)
        if len(data) < count:
            raise ConnectionError("The server closed the connection")
        return data

    def send(self, kind, payload):
        mask = os.urandom(4)
        if len(payload) < 126:
            head = struct.pack(">BB", 0x80 | kind, 0x80 | len(payload))
        elif len(payload) < 65536:
            head = struct.pack(">BBH", 0x80 | kind, 0x80 | 126, len(payload))
        else:
            head = struct.pack(">BBQ", 0x80 | kind, 0x80 | 127, len(payload))
        masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))
        self.socket.sendall(head + mask + masked)

    def close(self):
        self.send(0x8, struct.pack(">H", 1000))
        self.socket.close()


SIX_POINTS_WIN = """rule "six points win"
when
    Holding( asset == "points", amount >= 6, $p : owner )
    Player( name == $p, active )
then
    law.declareWinner($p, "six points");
end
"""


def show(event):
    cause = event.get("cause", {})
    by = f"rule {cause['rule']}: {cause['name']}" if "rule" in cause else cause.get("move", "")
    print(f"{event['seq']:4} {event['type']:16} {by}")


def play(server):
    """Plays a game and answers its id and its winner."""
    mark = uuid.uuid4().hex[:6]
    names = [f"ann-{mark}", f"bob-{mark}", f"eve-{mark}"]
    ann, bob, eve = apis = [Api(server) for _ in names]
    for api, name in zip(apis, names):
        api.register(name, "correct horse battery")

    game = ann.post("/games", {"name": "A plain game", "ruleset": "suber", "play": True})["id"]
    bob.post(f"/games/{game}/join")
    eve.post(f"/games/{game}/join")
    sockets = {names[1]: Live(server, bob.token), names[2]: Live(server, eve.token)}
    watcher = Live(server)
    watcher.subscribe(game)
    ann.post(f"/games/{game}/start")

    def propose(name, **proposal):
        if name in sockets:
            return sockets[name].ask({"type": "propose", "game": game, **proposal})["proposal"]
        return ann.propose(game, **proposal)

    def vote(name, proposal):
        ballot = {"type": "vote", "game": game, "proposal": proposal, "choice": "for"}
        if name == names[1]:
            sockets[name].ask(ballot)
        else:
            apis[names.index(name)].vote(game, proposal, "for")

    try:
        bob.propose(game, kind="enact", title="Out of turn", prose="Now.")
        raise AssertionError("Bob has proposed out of turn")
    except Refused as refused:
        assert refused.problem["rule"] == 202, refused.problem

    change = {"kind": "amend", "target": 208, "title": "Six points win", "code": SIX_POINTS_WIN}
    while (state := ann.get(f"/games/{game}"))["status"].lower() == "running":
        author = state["turn"]["player"]
        proposal = propose(author, **change)
        for name in sorted(names, key=lambda each: each != author):  # the author ends the debate
            if ann.get(f"/games/{game}")["status"].lower() == "running":
                vote(name, proposal)
        change = {"kind": "enact", "title": "A custom", "prose": "We greet each other."}

    seen = []
    for event in watcher.events():
        show(event)
        seen.append(event)
        if event["type"] == "GameWon":
            break
    head = state["head"]
    while seen[-1]["seq"] < head:
        seen.append(next(watcher.events()))
    assert seen == list(ann.events(game)), "the socket and REST tell different stories"
    for live in [watcher, *sockets.values()]:
        live.close()
    return game, state["winner"]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: nomic_client.py http://localhost:8080")
    played, winner = play(sys.argv[1])
    print(f"{winner} won game {played}")
