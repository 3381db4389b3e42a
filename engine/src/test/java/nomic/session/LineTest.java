package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LineTest {
    @Test
    void ordinary_text_of_any_language_is_plain() {
        assertThat(Line.isPlain("Größe, 寿司, سلام, 👩‍👩‍👧 – “ok”")).isTrue();
        assertThat(Line.of("寿司", 10)).isEqualTo("寿司");
    }

    @Test
    void what_would_let_a_text_pass_for_another_is_not() {
        for (String mark : new String[] {"\n", "\u0007", "\u0085", "\u202e", "\u2028", "\ud83d"}) {
            assertThat(Line.isPlain("a" + mark + "b")).isFalse();
            assertThat(Line.of("a" + mark + "b", 10)).isEqualTo("a b");
        }
    }

    @Test
    void no_character_is_cut_in_half() {
        assertThat(Line.of("abcd", 3)).isEqualTo("abc");
        assertThat(Line.of("ab👩c", 3)).isEqualTo("ab");
    }
}
