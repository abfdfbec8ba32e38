package io.github.cleanstaletypes.internal.guard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.report.SeenWait;
import io.github.cleanstaletypes.internal.guard.report.SeenWait.Holder;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a wait is told: with the limits that a guard goes by, and the moments of its looks. */
class WaitDiaryTest {

    private final WaitDiary diary = new WaitDiary(LiveLimits.USUAL);

    @Test
    void a_wait_is_told_after_five_seconds_again_after_thirty_and_its_end() {
        assertThat(at(4, wait(7, "table a", 1, 4))).isEmpty();
        assertThat(diary.waiting()).isFalse();
        assertThat(at(6, wait(7, "table a", 1, 6)))
                .singleElement()
                .asString()
                .contains("held by pid 1", "for 6 s so far");
        assertThat(at(8, wait(7, "table a", 1, 8))).isEmpty();
        assertThat(at(35, wait(7, "table a", 1, 35))).isEmpty();
        assertThat(at(36, wait(7, "table a", 1, 36))).singleElement().asString().contains("for 36 s so far");
        assertThat(at(38, wait(7, "table a", 1, 38))).isEmpty();
        assertThat(diary.waiting()).isTrue();
        assertThat(at(40)).containsExactly("session 7 of the command no longer waits for table a, after 38 s");
        assertThat(diary.waiting()).isFalse();
        assertThat(at(42)).isEmpty();
        assertThat(diary.seen()).singleElement().extracting(SeenWait::waited).isEqualTo(Duration.ofSeconds(38));
    }

    @Test
    void a_wait_is_told_again_at_once_when_another_one_holds_it() {
        assertThat(at(6, wait(7, "table a", 1, 6))).hasSize(1);
        assertThat(at(8, wait(7, "table a", 2, 8))).singleElement().asString().contains("held by pid 2");
        assertThat(at(10, wait(7, "table a", 2, 10))).isEmpty();
        assertThat(diary.seen()).hasSize(2);
    }

    @Test
    void what_is_waited_for_next_is_told_when_it_has_lasted_in_its_turn() {
        assertThat(at(6, wait(7, "table a", 1, 6))).hasSize(1);
        assertThat(at(8, wait(7, "table b", 1, 1)))
                .containsExactly("session 7 of the command no longer waits for table a, after 6 s");
        assertThat(at(12, wait(7, "table b", 1, 5))).singleElement().asString().contains("table b");
    }

    /** A holder may be gone between two questions of one look. */
    @Test
    void a_wait_that_nobody_holds_up_any_more_is_neither_told_nor_over() {
        assertThat(at(6, ending(7))).isEmpty();
        assertThat(at(8, wait(7, "table a", 1, 8))).hasSize(1);
        assertThat(at(10, ending(7))).isEmpty();
        assertThat(at(12, wait(7, "table a", 1, 12))).isEmpty();
        assertThat(diary.seen()).hasSize(1);
    }

    @Test
    void each_session_is_told_for_itself() {
        assertThat(at(6, wait(7, "table a", 1, 6), wait(8, "table a", 1, 5))).hasSize(2);
        assertThat(at(8, wait(8, "table a", 1, 7))).hasSize(1);
    }

    @Test
    void a_report_does_not_grow_without_end() {
        IntStream.range(0, 1000).forEach(i -> at(i * 6, wait(7, "table t" + i, 1, 6)));
        assertThat(diary.seen()).hasSize(100);
    }

    private List<String> at(int second, CommandWait... waits) {
        return diary.noted(List.of(waits), Duration.ofSeconds(second));
    }

    private static CommandWait wait(int session, String on, int holder, int seconds) {
        return new CommandWait(
                new SeenWait(
                        1,
                        session,
                        true,
                        "ShareLock",
                        on,
                        Duration.ofSeconds(seconds),
                        new Holder(holder, null, "app", "psql", true, "active", Duration.ofSeconds(1), "SELECT 1"),
                        false),
                null,
                0,
                false);
    }

    private static CommandWait ending(int session) {
        Duration waited = Duration.ofSeconds(9);
        SeenWait seen = new SeenWait(1, session, true, "ShareLock", "table a", waited, null, false);
        return new CommandWait(seen, null, 0, false);
    }
}
