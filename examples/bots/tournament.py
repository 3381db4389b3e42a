"""Three bots play one another.

    python3 tournament.py http://localhost:8080
"""

import sys
import threading
import uuid

from bot import Api, Bot


def tournament(server, count=3):
    """Lets bots play a game and answers the winner that each of them saw."""
    mark = uuid.uuid4().hex[:6]
    host = Api(server)
    host.register(f"host-{mark}", "correct horse battery")
    game = host.post("/games", {"name": "A tournament", "ruleset": "suber", "play": False})["id"]
    bots = [Bot(server, game, f"bot{i}-{mark}", "correct horse battery") for i in range(count)]
    winners = {}

    def play(bot):
        winners[bot.name] = bot.play()

    threads = [threading.Thread(target=play, args=[bot]) for bot in bots]
    for thread in threads:
        thread.start()
    host.post(f"/games/{game}/start")
    for thread in threads:
        thread.join()
    return winners


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: tournament.py http://localhost:8080")
    seen = tournament(sys.argv[1])
    for name, winner in seen.items():
        print(f"{name} saw {winner} win")
    if len(seen) != 3 or len(set(seen.values())) != 1:
        sys.exit("the bots do not agree")
