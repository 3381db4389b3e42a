package nomic.session;

import nomic.game.Decided;

import org.jspecify.annotations.Nullable;

/**
 * A command that was decided on a fork. Its hash of the state is empty.
 *
 * @param obstacle what stands against any further change of the rules after it, as a part of a
 *     sentence, empty where nothing does; null where that was not looked for or not found out
 */
public record Foreseen(Decided decided, @Nullable String obstacle) {}
