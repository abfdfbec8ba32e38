package io.github.cleanstaletypes.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.sql.EndedTransactions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether anybody else has ended is known from two snapshots, as the server writes them. */
class EndedTransactionsTest {

    private static final EndedTransactions QUIET = EndedTransactions.of("750:750:");
    private static final EndedTransactions BUSY = EndedTransactions.of("740:750:740,745");

    @Test
    void reads_the_form_of_the_server() {
        assertThat(BUSY).isEqualTo(new EndedTransactions(740, 750, List.of(740L, 745L)));
        assertThat(QUIET).isEqualTo(new EndedTransactions(750, 750, List.of()));
    }

    @Test
    void nobody_has_ended_while_the_same_are_running_and_only_own_ones_have_come_and_gone() {
        assertThat(QUIET.noneSince(QUIET, Set.of())).isTrue();
        assertThat(BUSY.noneSince(BUSY, Set.of())).isTrue();
        assertThat(EndedTransactions.of("751:751:").noneSince(QUIET, Set.of(750L)))
                .isTrue();
        assertThat(EndedTransactions.of("740:752:740,745,750").noneSince(BUSY, Set.of(751L)))
                .isTrue();
    }

    @Test
    void somebody_has_ended_who_was_running_or_has_come_since() {
        assertThat(EndedTransactions.of("751:751:").noneSince(QUIET, Set.of())).isFalse();
        assertThat(EndedTransactions.of("745:750:745").noneSince(BUSY, Set.of()))
                .isFalse();
        assertThat(EndedTransactions.of("740:753:740,745,750").noneSince(BUSY, Set.of(751L)))
                .isFalse();
    }

    @Test
    void nobody_else_runs_once_all_numbers_below_the_own_one_have_ended() {
        assertThat(QUIET.allBefore(750)).isTrue();
        assertThat(EndedTransactions.of("750:753:").allBefore(750)).isTrue();
        assertThat(QUIET.allBefore(751)).as("750 runs").isFalse();
        assertThat(BUSY.allBefore(750)).isFalse();
    }
}
