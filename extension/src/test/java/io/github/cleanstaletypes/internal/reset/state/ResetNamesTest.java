package io.github.cleanstaletypes.internal.reset.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The names beside a database's own. */
class ResetNamesTest {

    private static final long LARGEST_OID = 4_294_967_295L;

    @Test
    void end_with_the_number_that_proves_them() {
        ResetNames names = new ResetNames("app");

        assertThat(names.unfinished(16384)).isEqualTo("app_new_16384");
        assertThat(names.setAside(16384)).isEqualTo("app_old_16384");
    }

    @Test
    void are_never_longer_than_the_server_keeps_and_keep_the_whole_number() {
        for (String name :
                new String[] {"a".repeat(63), "ä".repeat(31), "😀".repeat(15) + "abc", "ab" + "😀".repeat(15)}) {
            String old = new ResetNames(name).setAside(LARGEST_OID);

            assertThat(old.getBytes(StandardCharsets.UTF_8)).as(old).hasSizeBetween(60, 63);
            assertThat(old).endsWith("_old_4294967295");
            assertThat(new String(old.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .as("cut between two characters")
                    .isEqualTo(old);
        }
    }

    @Test
    void of_two_long_names_that_begin_alike_are_not_the_same() {
        ResetNames one = new ResetNames("a".repeat(62) + "1");
        ResetNames other = new ResetNames("a".repeat(62) + "2");

        assertThat(one.setAside(1_000_000)).isNotEqualTo(other.setAside(1_000_000));
        assertThat(one.lockKey()).isNotEqualTo(other.lockKey());
    }

    @Test
    void fill_what_the_server_keeps_before_they_are_cut() {
        assertThat(new ResetNames("a".repeat(53)).setAside(16384)).isEqualTo("a".repeat(53) + "_old_16384");
        assertThat(new ResetNames("a".repeat(54)).setAside(16384)).hasSize(63).doesNotStartWith("a".repeat(54));
    }

    @Test
    void have_a_key_that_is_no_other_key_of_this_project() {
        assertThat(new ResetNames("app").lockKey() >>> 48).isEqualTo(0x6372);
    }
}
