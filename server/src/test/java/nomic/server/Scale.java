package nomic.server;

/** How much a test of faults does: little in every build, much with {@code ./mvnw -Pfaults}. */
final class Scale {
    private static final boolean LONG = "long".equals(System.getProperty("nomic.faults"));

    private Scale() {}

    static int of(int little, int much) {
        return LONG ? much : little;
    }
}
