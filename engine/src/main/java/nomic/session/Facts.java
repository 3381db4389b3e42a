package nomic.session;

import com.fasterxml.jackson.core.type.TypeReference;

import nomic.game.Canonical;

import java.util.LinkedHashMap;
import java.util.Map;

/** How facts are shown in causes. */
final class Facts {
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
            new TypeReference<>() {};

    private Facts() {}

    /** The type and the fields of one of the kernel's records. */
    static Map<String, Object> shown(Record fact) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("type", fact.getClass().getSimpleName());
        shown.putAll(Canonical.json().convertValue(fact, FIELDS));
        return shown;
    }
}
