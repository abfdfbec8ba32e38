package io.github.cleanstaletypes.internal.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.wire.HangUp;
import io.github.cleanstaletypes.testing.wire.HangUp.Moment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Killed before, in and after each statement: the former database is there with every row, and the next command finishes or goes back. */
class KilledResetTest {

    private static final int SAMPLE = 2;

    /** What is killed, and what is asked for next. */
    private enum Killed {
        RESET(List.of()),
        UNDO(List.of("--undo")),
        DROP_OLD(List.of("--drop-old"));

        private final List<String> options;

        Killed(List<String> options) {
            this.options = options;
        }
    }

    private record Kill(int question, Moment moment) {}

    @Test
    void a_reset_loses_no_row_and_the_next_one_finishes_it() throws IOException {
        eachKill(Killed.RESET, (scene, kill) -> {
            Outcome next = scene.reset();

            assertThat(next.exitCode()).as("%s: %s", kill, next.everything()).isZero();
            assertThat(scene.names()).as("%s", kill).hasSize(2).contains(scene.name());
            assertThat(scene.tablesIn(scene.name())).as("%s", kill).isZero();
            assertThat(scene.texts(scene.name(), "SELECT current_setting('work_mem')"))
                    .as("%s", kill)
                    .containsExactly("5MB");
            assertThat(scene.outsideTexts(
                            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '"
                                    + scene.name() + "'"))
                    .as("%s", kill)
                    .containsExactly("killed");
            assertThat(scene.namesWithRows())
                    .as("%s", kill)
                    .singleElement()
                    .asString()
                    .contains("_old_");
        });
    }

    @Test
    void a_reset_loses_no_row_and_an_undo_goes_back() throws IOException {
        eachKill(Killed.RESET, (scene, kill) -> {
            Outcome next = scene.reset("--undo");

            boolean nothingYet = next.err().contains("no database is set aside");
            assertThat(next.exitCode()).as("%s: %s", kill, next.everything()).isEqualTo(nothingYet ? 3 : 0);
            assertThat(scene.namesWithRows()).as("%s", kill).containsExactly(scene.name());
            assertThat(scene.names()).as("%s", kill).noneMatch(name -> name.contains("_new_"));
        });
    }

    @Test
    void an_undo_loses_no_row_and_the_next_one_finishes_it() throws IOException {
        eachKill(Killed.UNDO, (scene, kill) -> {
            Outcome next = scene.reset("--undo");

            assertThat(next.exitCode()).as("%s: %s", kill, next.everything()).isZero();
            assertThat(scene.namesWithRows()).as("%s", kill).containsExactly(scene.name());
            assertThat(scene.names()).as("%s", kill).hasSize(2);
        });
    }

    @Test
    void the_dropping_of_what_was_set_aside_leaves_the_present_one_and_the_next_one_finishes_it() throws IOException {
        eachKill(Killed.DROP_OLD, (scene, kill) -> {
            Outcome next = scene.reset("--drop-old");

            assertThat(next.exitCode()).as("%s: %s", kill, next.everything()).isZero();
            assertThat(scene.names()).as("%s", kill).containsExactly(scene.name());
        });
    }

    /** What must hold after a kill. */
    private interface Judgement {
        void of(ResetScene scene, Kill kill);
    }

    private static void eachKill(Killed killed, Judgement judgement) throws IOException {
        try (ResetScene scene = ResetScene.on(PostgresServer.of("18.6"))) {
            scene.outside(
                    "REVOKE TEMPORARY ON DATABASE " + scene.name() + " FROM PUBLIC",
                    "ALTER DATABASE " + scene.name() + " SET work_mem = '5MB'",
                    "COMMENT ON DATABASE " + scene.name() + " IS 'killed'");
            Random random = LongForm.random(killed + judgement.getClass().getName());
            List<Kill> kills = new ArrayList<>(kills(scene, killed));
            Collections.shuffle(kills, random);
            for (Kill kill : kills.subList(0, LongForm.rounds(SAMPLE, kills.size()))) {
                prepare(scene, killed);
                try (HangUp line = HangUp.at(kill.question(), kill.moment(), scene.port(), () -> {})) {
                    Outcome outcome = run(scene, line, killed);
                    // how often it asks whether sessions are gone is chance, so that the last question may be one less
                    assertThat(line.isOver() || outcome.exitCode() == 0)
                            .as("%s: %s", kill, outcome.everything())
                            .isTrue();
                    assertThat(outcome.exitCode())
                            .as("%s: %s", kill, outcome.everything())
                            .isIn(0, 3);
                }
                assertThat(scene.namesWithRows()).as("%s", kill).hasSize(1);
                assertThat(scene.names()).as("%s", kill).contains(scene.name());
                judgement.of(scene, kill);
                scene.restore();
            }
        }
    }

    private static List<Kill> kills(ResetScene scene, Killed killed) throws IOException {
        prepare(scene, killed);
        int questions;
        try (HangUp line = HangUp.never(scene.port())) {
            assertThat(run(scene, line, killed).exitCode()).isZero();
            questions = line.questions();
        }
        System.out.println(killed + ": " + questions + " questions");
        scene.restore();
        return Stream.iterate(1, n -> n <= questions, n -> n + 1)
                .flatMap(n -> Stream.of(Moment.values()).map(moment -> new Kill(n, moment)))
                .toList();
    }

    private static Outcome run(ResetScene scene, HangUp line, Killed killed) {
        // a line that is over answers no more, which is no reason to wait for a server
        return scene.through(line.port(), scene.role())
                .with("CLEAN_STALE_TYPES_WAIT", "0")
                .run(scene.arguments(killed.options.toArray(String[]::new)));
    }

    /** An undo needs a reset before it, and so does a dropping, after which the rows are in the present one. */
    private static void prepare(ResetScene scene, Killed killed) {
        if (killed != Killed.RESET) {
            assertThat(scene.reset().exitCode()).isZero();
        }
        if (killed == Killed.DROP_OLD) {
            assertThat(scene.reset("--undo").exitCode()).isZero();
        }
    }
}
