package io.github.cleanstaletypes.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The comment of a quarantined type keeps its name and its comment. */
class QuarantineCommentTest {

    @Test
    void is_read_back_from_its_comment_whatever_the_name_and_the_comment_hold() {
        List<String> names =
                List.of("mood", "a\"b", "\"", "\"\"", "a\nb", "100%", "back\\slash", " ", "😀", "a\"\n\"b");
        List<String> comments =
                List.of("for tests", "two\nlines", "\n", "\"", " ", "%s", "\\", Quarantine.MARKER + "\"x\"");
        for (String name : names) {
            Quarantine bare = new Quarantine(name, null);
            assertThat(Quarantine.parse(bare.comment())).contains(bare);
            for (String comment : comments) {
                Quarantine commented = new Quarantine(name, comment);
                assertThat(Quarantine.parse(commented.comment())).contains(commented);
            }
        }
    }

    @Test
    void keeps_also_who_has_set_it_aside_and_the_name_of_a_multirange() {
        for (String multirange : new String[] {null, "spans", "a\", multirange \"b"}) {
            for (String comment : new String[] {null, "for tests", ", multirange \"x\""}) {
                Quarantine aside =
                        new Quarantine("a\"b", multirange, comment, new Quarantine.Approval("0123456789abcdef", false));
                assertThat(Quarantine.parse(aside.comment())).contains(aside);
                Quarantine kept = aside.keptFor("fedcba9876543210");
                assertThat(Quarantine.parse(kept.comment()))
                        .contains(kept)
                        .isNotEqualTo(Quarantine.parse(aside.comment()));
                assertThat(kept.comment()).startsWith(Quarantine.SET_ASIDE_MARKER);
            }
        }
    }

    @Test
    void is_written_in_a_form_that_a_person_can_read() {
        assertThat(new Quarantine("accounts_user", "for tests").comment())
                .isEqualTo("clean-stale-types: quarantined, original name \"accounts_user\"\nfor tests");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "for tests",
                "clean-stale-types: quarantined",
                "clean-stale-types: quarantined, original name ",
                "clean-stale-types: quarantined, original name mood",
                "clean-stale-types: quarantined, original name \"",
                "clean-stale-types: quarantined, original name \"\"",
                "clean-stale-types: quarantined, original name \"mood",
                "clean-stale-types: quarantined, original name \"mood\" by hand",
                "clean-stale-types: quarantined, original name \"mood\"\"",
                "clean-stale-types: set aside by guard 0123, original name \"mood\"",
                "clean-stale-types: set aside, original name \"mood\"",
                "clean-stale-types: quarantined, original name \"mood\", multirange mood",
                " clean-stale-types: quarantined, original name \"mood\"",
                "Clean-stale-types: quarantined, original name \"mood\""
            })
    void is_not_seen_in_any_other_comment(String comment) {
        assertThat(Quarantine.parse(comment)).isEmpty();
    }
}
