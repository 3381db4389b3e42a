package nomic.server.cli;

import nomic.game.Limits;
import nomic.server.setting.LimitsText;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The limits of games that a command founds. */
final class LimitsOption {
    @Option(
            names = "--limits",
            paramLabel = "NAME=AMOUNT,...",
            converter = Reader.class,
            description = {
                "limits of games that are created from now on, such as fuel=5000000,bytes=32MB;",
                "the others are standard. Names are fuel, bytes, depth, facts, kept, content,",
                "firings, rounds, asks, events and text"
            })
    private Limits limits = Limits.STANDARD;

    Limits limits() {
        return limits;
    }

    /** Reads amounts by name. */
    static final class Reader implements ITypeConverter<Limits> {
        @Override
        public Limits convert(String text) {
            try {
                return LimitsText.read(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
