package nomic.code;

import java.util.List;

/**
 * A fact type that a rule declares.
 *
 * @param name its simple name
 * @param fields in the order of their declaration, those of a declared parent first
 */
public record DeclaredType(String name, List<Field> fields) {
    /**
     * A field of a declared type.
     *
     * @param type as the author wrote it, such as {@code int}, {@code String}, {@code List} or the
     *     simple name of an enum
     */
    public record Field(String name, String type) {}
}
