package nomic.server.setting;

/**
 * A value that somebody gave.
 *
 * @param where how the setting is called there, such as {@code NOMIC_PORT in the environment}
 */
record Given(Setting setting, String value, String where) {
    /** The same value; throws {@link WrongSetting} where it is not allowed. */
    Given checked() {
        String wrong = setting.form().wrong(value);
        if (wrong != null) {
            throw new WrongSetting(where + " is " + shown() + ": " + wrong);
        }
        return this;
    }

    /** A URL may hold a password after its address. */
    private String shown() {
        if (setting.isSecret()) {
            return "not allowed";
        }
        return "'" + value.replaceFirst("[?;].*", "?...").replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
