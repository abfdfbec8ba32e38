package io.github.cleanstaletypes.internal.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;

/** A database is made new, taken back, made new again, and what was set aside is dropped. */
class ResetTest {

    @EachServer
    void a_database_is_made_new_and_taken_back(PostgresServer server) {
        try (ResetScene scene = ResetScene.on(server)) {
            long oid = scene.oid();
            String old = scene.name() + "_old_" + oid;

            Outcome made = scene.reset();

            assertThat(made.err()).isEmpty();
            System.out.println(made.everything());
            assertThat(made.exitCode()).isZero();
            assertThat(scene.names()).containsExactly(scene.name(), old);
            assertThat(scene.namesWithRows()).containsExactly(old);
            assertThat(scene.tablesIn(scene.name())).isZero();

            Outcome again = scene.reset();
            System.out.println(again.everything());
            assertThat(again.exitCode()).isZero();
            assertThat(scene.names()).containsExactly(scene.name(), old);

            Outcome back = scene.reset("--undo");
            System.out.println(back.everything());
            assertThat(back.exitCode()).isZero();
            assertThat(scene.namesWithRows()).containsExactly(scene.name());
            Outcome dropped = scene.reset("--drop-old");
            System.out.println(dropped.everything());
            assertThat(scene.names()).containsExactly(scene.name());
        }
    }
}
