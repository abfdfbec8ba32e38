package io.github.cleanstaletypes.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.junit.MigratingJvm.How;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.ShortLivedJava;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Suites and applications in several JVMs migrate one database at the same moment, each as if it were alone. */
class SeveralJvmsTest {

    private static final int JVMS = LongForm.rounds(3, 8);
    private static final int ROUNDS = LongForm.rounds(3, 100);

    @EachServer(sample = 1)
    @Tag("slow")
    void none_of_them_meets_another(PostgresServer server) throws Exception {
        Random random = LongForm.random("several JVMs");
        List<Jvm> jvms = new ArrayList<>();
        try {
            for (int i = 0; i < JVMS; i++) {
                jvms.add(Jvm.start());
            }
            for (int round = 0; round < ROUNDS; round++) {
                migrateAtOnce(server, jvms, hows(round, random));
            }
        } finally {
            jvms.forEach(Jvm::end);
        }
    }

    /** Each way by itself first, then mixed. */
    private static List<How> hows(int round, Random random) {
        How[] all = How.values();
        return Stream.generate(() -> all[round < all.length ? round : random.nextInt(all.length)])
                .limit(JVMS)
                .toList();
    }

    private static void migrateAtOnce(PostgresServer server, List<Jvm> jvms, List<How> hows) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('stale')");
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < JVMS; i++) {
                answers.add(jvms.get(i).ask(hows.get(i) + " " + database.jdbcUrl()));
            }
            for (Future<String> answer : answers) {
                assertThat(Wait.forResult("one of " + hows, answer))
                        .as(String.valueOf(hows))
                        .isEqualTo(MigratingJvm.OK);
            }
            assertThat(database.queryTexts("SELECT feels::text FROM accounts_user"))
                    .containsExactly("happy");
        }
    }

    /** One of the processes. */
    private record Jvm(Process process, BufferedReader out) {

        static Jvm start() throws IOException {
            Process process = new ProcessBuilder(ShortLivedJava.words(
                            "-cp", System.getProperty("java.class.path"), MigratingJvm.class.getName()))
                    .redirectError(Redirect.DISCARD)
                    .start();
            return new Jvm(process, process.inputReader(StandardCharsets.UTF_8));
        }

        Future<String> ask(String line) throws IOException {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
            return CompletableFuture.supplyAsync(this::answer);
        }

        private String answer() {
            try {
                String line = out.readLine();
                while (line != null && !line.startsWith(MigratingJvm.ANSWER)) {
                    line = out.readLine();
                }
                return String.valueOf(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end() {
            process.destroyForcibly();
            Wait.forEnd("a JVM that is killed", process);
        }
    }
}
