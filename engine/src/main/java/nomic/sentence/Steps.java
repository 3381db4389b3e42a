package nomic.sentence;

/** The budget of a reading: so many steps and no more. */
final class Steps {
    /** More steps would be needed than are allowed. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("The text takes too many steps to read", null, false, false);
        }
    }

    private int left;

    Steps(int most) {
        left = most;
    }

    void pay() {
        if (left == 0) {
            throw new Spent();
        }
        left--;
    }
}
