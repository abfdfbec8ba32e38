package io.github.cleanstaletypes.chaos;

import io.github.cleanstaletypes.chaos.product.CommandLineJar;
import io.github.cleanstaletypes.chaos.story.Act;
import io.github.cleanstaletypes.chaos.story.ActResult;
import io.github.cleanstaletypes.chaos.story.InterruptedMigration;
import io.github.cleanstaletypes.chaos.story.Storyteller;
import io.github.cleanstaletypes.chaos.system.Utf8Output;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.time.Duration;
import java.util.List;

/**
 * Shows the main job as a short story: real migrations on a real server are interrupted, the command line heals what is
 * to heal, and every row is still there.
 *
 * <p>The system property {@code cli.jar} names the command line's jar; an argument names another server version. Exits
 * with 1 if anything is not as told.
 */
public final class Demo {

    private static final String DEFAULT_VERSION = "18.6";

    private Demo() {}

    /** Plays it. */
    public static void main(String[] arguments) {
        CommandLineJar commandLine = new BuildOutput(null, null).commandLine();
        PostgresServer server = PostgresServer.of(arguments.length > 0 ? arguments[0] : DEFAULT_VERSION);
        System.exit(play(server, commandLine, new Storyteller(Utf8Output.out())) ? 0 : 1);
    }

    private static boolean play(PostgresServer server, CommandLineJar commandLine, Storyteller teller) {
        long start = System.nanoTime();
        teller.tell("A real PostgreSQL %s starts, on port %d.".formatted(server.version(), server.port()));
        List<Act> acts = InterruptedMigration.acts();
        int number = 1;
        int asTold = 0;
        for (Act act : acts) {
            teller.title("%d. %s".formatted(number++, act.title()));
            ActResult result = ActResult.of(act, server.version(), commandLine, teller);
            if (result.verdict().passed()) {
                teller.tell(result.inWords());
                asTold++;
            } else {
                teller.show(result.inWords());
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        teller.title("%d of %d as told, in %d s".formatted(asTold, acts.size(), took.toSeconds()));
        return asTold == acts.size();
    }
}
