package nomic.server.notice;

import com.fasterxml.jackson.annotation.JsonInclude;

import nomic.log.GameId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something that somebody is told of a game. It names things and holds no text of anybody, so that
 * what is hidden or deleted stays so.
 *
 * @param number orders what one account is told; without gaps
 * @param seq of the event that it is about; null where it is about none
 * @param message the number of the message with a mention
 * @param player who asks to be let in, or has written the mention
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notice(
        long number,
        Kind kind,
        String game,
        Instant at,
        @Nullable Long seq,
        @Nullable Integer proposal,
        @Nullable Integer caseNumber,
        @Nullable Long message,
        @Nullable String player) {
    static Notice of(Kind kind, GameId game, Instant at, long seq) {
        return new Notice(0, kind, game.value(), at, seq, null, null, null, null);
    }

    Notice ofProposal(int number) {
        return new Notice(0, kind, game, at, seq, number, null, null, null);
    }

    Notice ofCase(int number) {
        return new Notice(0, kind, game, at, seq, null, number, null, null);
    }

    Notice numbered(long place) {
        return new Notice(place, kind, game, at, seq, proposal, caseNumber, message, player);
    }
}
