package nomic.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where player rules are built, nothing may be left that evaluates text as code. */
final class ExpressionInterpretersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.mvel2.MVEL",
                "org.drools.mvel.MVELConstraint",
                "org.drools.mvel.builder.MVELDialect",
                "com.thoughtworks.xstream.XStream"
            })
    void are_not_on_the_class_path_of_the_server(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }
}
