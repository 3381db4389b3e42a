package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Objects;

/** Nothing that a text holds runs while it is checked, wherever it stands. */
class BuildTimeTest {
    private static final String RUN = "System.setProperty(\"pwn\", \"built\")";

    private final Checker checker = new Checker();

    @AfterEach
    void nothing_has_run() {
        assertThat(System.clearProperty("pwn")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"x\" @a( RUN ) when then end",
                "rule \"x\" @a( b = RUN ) when then end",
                "rule \"x\" @a( @b( RUN ) ) when then end",
                "query q @a( RUN ) Player() end",
                "rule \"x\" when Player( @a( RUN ) seat > 0 ) then end",
                "rule \"x\" when Player() @a( RUN ) then end",
                "rule \"x\" when Player() @watch( RUN ) then end",
                "rule \"x\" when ( and @a( RUN ) Player() Player() ) then end",
                "rule \"x\" when ( or @a( RUN ) Player() Player() ) then end",
                "rule \"x\" when ( not @a( RUN ) Player() ) then end",
                "rule \"x\" when ( Player() and @a( RUN ) Player() ) then end",
                "rule \"x\" when ( Player() or @a( RUN ) Player() ) then end",
                "declare T @a( RUN ) x : int end",
                "declare T @serialVersionUID( Long.parseLong(RUN) ) x : int end",
                "declare T @role( RUN ) x : int end",
                "declare T @timestamp( RUN ) x : long end",
                "declare T @duration( RUN ) x : long end",
                "declare T @expires( RUN ) x : long end",
                "declare T x : String @a( RUN ) end",
                "declare T x : String @key( RUN ) end",
                "declare T x : String @position( RUN ) end",
                "declare T x : String = RUN end",
                "declare T x : String = \"\" + RUN end",
                "declare enum E A( RUN ); x : String end",
                "declare enum E A( \"\" ); x : String = RUN end",
                "declare enum E @a( RUN ) A( \"\" ); x : String end",
                "declare window W Player( name == \"a\" || name == RUN ) over window:length( 1 )"
                        + " end",
                "declare entry-point \"x\" @a( RUN ) end",
                "declare trait T @a( RUN ) x : String end",
                "rule \"x\" salience ( RUN == null ? 1 : 2 ) when then end",
                "rule \"x\" enabled ( RUN == null ) when then end",
                "rule \"x\" no-loop ( RUN == null ) when then end",
                "rule \"x\" timer( expr: RUN ) when then end",
                "rule \"x\" duration( RUN ) when then end",
                "rule \"x\" agenda-group \"\\\" + RUN + \\\"\" when then end",
                "rule \"x\" activation-group \"\\\" + RUN + \\\"\" when then end",
                "rule \"x\" date-effective RUN when then end",
                "rule \"x\" calendars RUN when then end",
                "rule '\" + RUN + \"' when then end",
                "rule \"x\" when then end query \"\\\" + RUN + \\\"\" end",
                "rule \"x\" when eval( RUN == null ) then end",
                "rule \"x\" when String() from RUN then end",
                "rule \"x\" when Player( name == RUN ) then end",
                "rule \"x\" when Player( name matches RUN ) then end",
                "rule \"x\" when Player( name == (true ? \"+ RUN +\" : \"b\") ) then end",
                "rule \"x\" when Player( name == List.of(\"+ RUN +\") ) then end",
                "rule \"x\" when accumulate( Player(), init( String s = RUN; ) action( s = RUN; )"
                        + " result( RUN ) ) then end",
                "rule \"x\" when accumulate( Player(); $m : max( RUN ) ) then end",
                "rule \"x\" when groupby( Player( $n : name ); RUN; $c : count() ) then end",
                "rule \"x\" when Player() from accumulate( Player(), count( RUN ) ) then end",
                "rule \"x\" when Player() if ( RUN == null ) do[y] then then[y] end",
                "rule \"x\" when Player() then then[\" + RUN + \"] end",
                "rule \"x\" when then class A { static String s = RUN; } new A(); end",
                "import accumulate nomic.rule.r6.T f declare T x : String = RUN end",
                "import static java.lang.System.setProperty; rule \"x\" when then end",
                "import function java.lang.System.setProperty; rule \"x\" when then end",
                "function String f() { return RUN; } rule \"x\" when eval( f() == null ) then end",
                "function String f(String s = RUN) { return s; }",
                "global String s = RUN; rule \"x\" when then end",
                "// \\u000a RUN;\nrule \"x\" when then end"
            })
    void what_would_run_during_the_build_is_refused(String code) {
        var check = checker.check(6, code.replace("RUN", RUN));

        assertThat(check).as(code).isInstanceOf(Check.Refused.class);
        assertThat(check.diagnostics())
                .allSatisfy(
                        it ->
                                assertThat(Objects.toString(it.code()))
                                        .isNotEqualTo("compiler-crash"))
                .allSatisfy(it -> assertThat(it.message()).isNotBlank());
    }
}
