package nomic.code;

/** What to write instead of a class or member that rules may not use. */
final class Advice {
    private static final String TIME = "The time of the move is `law.now()`.";

    private Advice() {}

    /**
     * @param name of a class, or of a class and a member with a dot between
     */
    static String on(String name) {
        var simple = name.substring(name.lastIndexOf('.') + 1);
        if (name.matches(".*(random|Random|UUID|shuffle).*")) {
            return "For chance call `law.roll(sides)`.";
        }
        if (name.matches(
                ".*(now|currentTimeMillis|nanoTime|Clock|Date|Calendar|systemDefault).*")) {
            return TIME;
        }
        if (name.matches(
                ".*(Thread|Executor|CompletableFuture|concurrent|Timer|sleep|parallel).*")) {
            return "Rules run one after another; for later call `law.schedule(name, at)`.";
        }
        if (name.matches(".*(Class|reflect|getClass|invoke|ClassLoader).*")) {
            return "Compare types with `instanceof`.";
        }
        if (name.matches(".*(Throwable|Error)$")) {
            return "Catch Exception or one of its kinds.";
        }
        if (name.matches(
                ".*(String\\.intern|getBytes|println|printStackTrace|System\\.(out|err)).*")) {
            return "To tell the players something call `law.announce(text)`.";
        }
        if (name.contains("CollectSet")) {
            return "Use collectList: the order of a set is not the same in every process.";
        }
        if (simple.equals("hashCode")) {
            return "Compare with equals.";
        }
        if (name.startsWith("nomic.law.") || simple.equals("<init>")) {
            return "Facts of the game change only by calls of `law`.";
        }
        return "Rules may use facts, `law`, and the listed classes of java.lang, java.math,"
                + " java.time and java.util.";
    }

    static String onFieldType(String type) {
        return switch (type) {
            case "float" -> "Use double, or BigDecimal for exact amounts.";
            case "byte", "char", "Character" -> "Use int or String.";
            case "Map", "Set", "java.util.Map", "java.util.Set" ->
                    "Use a List, or insert one fact for each entry.";
            case "Date", "java.util.Date", "LocalDate", "LocalDateTime" -> "Use java.time.Instant.";
            default ->
                    "Use String, int, long, boolean, double, BigDecimal, Instant, an enum or a"
                            + " List; name players and rules by name and number.";
        };
    }
}
