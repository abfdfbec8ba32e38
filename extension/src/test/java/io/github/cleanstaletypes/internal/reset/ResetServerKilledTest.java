package io.github.cleanstaletypes.internal.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PrivateServer;
import io.github.cleanstaletypes.testing.wire.HangUp;
import io.github.cleanstaletypes.testing.wire.HangUp.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed before, in or after a statement of a reset: the rows are there when it is started again, and the next one finishes. */
class ResetServerKilledTest {

    /** How many questions a reset asks is looked at first; some of the last only look. */
    @Test
    void no_row_is_lost_and_the_next_reset_or_undo_finishes(@TempDir Path directory) throws IOException {
        // else what was committed a moment before is lost, that a scene was put in order for one
        PrivateServer durable = PrivateServer.in(directory, "18.6").with("synchronous_commit", "on");
        try (PrivateServer server = durable.start()) {
            ResetScene scene = ResetScene.on(server);
            int questions = questions(scene);
            Random random = LongForm.random("ResetServerKilledTest");
            for (int round = 0; round < LongForm.rounds(2, 3 * questions); round++) {
                int question = LongForm.isOn() ? round / 3 + 1 : 1 + random.nextInt(questions);
                Moment moment = Moment.values()[LongForm.isOn() ? round % 3 : random.nextInt(3)];
                kill(server, scene, question, moment, random.nextBoolean());
            }
        }
    }

    private static int questions(ResetScene scene) throws IOException {
        try (HangUp line = HangUp.never(scene.port())) {
            assertThat(scene.through(line.port(), scene.role())
                            .run(scene.arguments())
                            .exitCode())
                    .isZero();
            return line.questions();
        } finally {
            scene.restore();
        }
    }

    private static void kill(PrivateServer server, ResetScene scene, int question, Moment moment, boolean undo)
            throws IOException {
        String kill = "server killed " + moment + " question " + question;
        try (HangUp line = HangUp.at(question, moment, scene.port(), server::killHard)) {
            Outcome outcome = scene.through(line.port(), scene.role()).run(scene.arguments("--wait", "0"));
            assertThat(outcome.exitCode())
                    .as("%s: %s", kill, outcome.everything())
                    .isIn(line.isOver() ? 3 : 0, 0);
            if (line.isOver()) {
                server.stop();
                server.start();
            }
        }
        assertThat(scene.namesWithRows()).as(kill).hasSize(1);

        Outcome next = undo ? scene.reset("--undo") : scene.reset();

        boolean nothingYet = undo && next.err().contains("no database is set aside");
        assertThat(next.exitCode()).as("%s: %s", kill, next.everything()).isEqualTo(nothingYet ? 3 : 0);
        assertThat(scene.names()).as(kill).contains(scene.name()).noneMatch(name -> name.contains("_new_"));
        assertThat(scene.namesWithRows())
                .as(kill)
                .singleElement()
                .satisfies(name -> assertThat(name.equals(scene.name()))
                        .as("%s: %s", kill, name)
                        .isEqualTo(undo));
        scene.restore();
    }
}
