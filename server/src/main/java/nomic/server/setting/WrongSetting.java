package nomic.server.setting;

/** A setting that cannot be; the message is for the operator, and quotes no secret. */
public final class WrongSetting extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongSetting(String message) {
        super(message);
    }
}
