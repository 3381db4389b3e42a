package nomic.server.store;

import nomic.log.Appended;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Tenure;

import java.time.InstantSource;

/** A process that appends to a game and says so after each commit, until it is killed. */
final class KilledWriter {
    private KilledWriter() {}

    /**
     * @param args the URL of the database, the id of the game, the prefix of the command ids
     */
    public static void main(String[] args) {
        GameId game = new GameId(args[1]);
        GameLog log = new StoredGameLog(Database.open(args[0]).sessions(), InstantSource.system());
        Tenure tenure = log.takeOver(game, args[2]);
        for (int i = 0; ; i++) {
            String id = args[2] + i;
            var decided = GameLogContract.decided("ann", id, "first", "second", "x".repeat(3_000));
            Appended appended = log.append(game, tenure, decided);
            tenure = ((Appended.Committed) appended).tenure();
            System.out.println("ack " + id);
            System.out.flush();
        }
    }
}
