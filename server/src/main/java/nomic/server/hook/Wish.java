package nomic.server.hook;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The webhook that somebody wants.
 *
 * @param game the only game that it is about; null for all
 */
record Wish(String url, List<String> types, @Nullable String game) {}
