package nomic.reading;

import nomic.code.Outline.Deed;

/** What a deed does to holdings. */
final class Holdings {
    private Holdings() {}

    /** The name of the asset. */
    static String asset(Deed deed) {
        int persons = deed.name().equals("transfer") ? 2 : 1;
        if (deed.arguments().size() <= persons + 1) {
            return "points";
        }
        String asset = deed.arguments().get(persons);
        return Values.isText(asset) ? Values.inside(asset) : "an asset";
    }

    /** Whether a player loses by it as far as the text says. */
    static boolean isLoss(Deed deed) {
        boolean minus =
                !deed.arguments().isEmpty() && deed.arguments().getLast().strip().startsWith("-");
        return switch (deed.name()) {
            case "award" -> minus;
            case "deduct" -> !minus;
            case "transfer" -> true;
            default -> false;
        };
    }

    static boolean isGain(Deed deed) {
        return switch (deed.name()) {
            case "award", "deduct" -> !isLoss(deed);
            case "transfer" -> true;
            default -> false;
        };
    }
}
