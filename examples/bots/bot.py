"""A bot that plays a game of Nomic to its end.

    python3 bot.py http://localhost:8080 GAME NAME PASSWORD

It joins the game with an account of its own, which it opens where there is none. When the turn is its
own it proposes a bonus for whoever has a proposal adopted; it votes for what adds to the rules and
against what takes away from them.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "clients"))

from nomic_client import Api, Live, Refused  # noqa: E402

BONUS = """rule "a bonus of {bonus} for each law"
when
    VoteSettled( adopted, $author : author )
then
    law.award($author, {bonus});
end
"""


class Bot:
    def __init__(self, server, game, name, password):
        self.game = game
        self.name = name
        self.api = Api(server)
        try:
            self.api.register(name, password, bot=True)
        except Refused:
            self.api.login(name, password)
        try:
            self.api.post(f"/games/{game}/join")
        except Refused as refused:
            print("not joined:", refused)
        self.live = Live(server, self.api.token)
        self.bonus = 0

    def play(self):
        """Follows the game from its first event to its last and answers the winner."""
        self.live.subscribe(self.game)
        for event in self.live.events():
            match event["type"]:
                case "TurnStarted":
                    self.propose_if_it_is_my_turn()
                case "ProposalMade" if event["author"] == self.name:
                    self.vote(event["proposal"])
                case "VoteOpened":
                    self.vote(event["proposal"])
                case "GameWon":
                    self.live.close()
                    return event["player"]

    def propose_if_it_is_my_turn(self):
        turn = self.api.get(f"/games/{self.game}")["turn"]
        if not turn or turn["player"] != self.name:
            return
        self.bonus += 5
        self.try_to({
            "type": "propose",
            "kind": "enact",
            "title": f"A bonus of {self.bonus}",
            "prose": f"Each adopted change earns its author {self.bonus} points more.",
            "code": BONUS.format(bonus=self.bonus),
        })

    def vote(self, number):
        proposal = self.api.get(f"/games/{self.game}/proposals/{number}")
        voted = any(ballot["voter"] == self.name for ballot in proposal["ballots"])
        if voted or proposal["status"] not in ("debate", "voting"):
            return
        helpful = proposal["kind"].lower() in ("enact", "amend")
        self.try_to({
            "type": "vote",
            "proposal": number,
            "choice": "for" if helpful else "against",
            "hash": proposal["hash"],
        })

    def try_to(self, move):
        """Makes a move; one that is refused is told and left at that."""
        try:
            self.live.ask({"game": self.game, **move})
        except Refused as refused:
            print(f"{self.name}: {refused}")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit("usage: bot.py http://localhost:8080 GAME NAME PASSWORD")
    bot = Bot(*sys.argv[1:])
    print(f"{bot.name} saw {bot.play()} win")
