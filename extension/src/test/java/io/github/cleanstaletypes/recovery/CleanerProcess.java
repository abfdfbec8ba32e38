package io.github.cleanstaletypes.recovery;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.race.OneConnection;
import io.github.cleanstaletypes.race.Tapped;
import io.github.cleanstaletypes.testing.ShortLivedJava;
import io.github.cleanstaletypes.testing.Wait;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.postgresql.ds.PGSimpleDataSource;

/** A cleaner in a process of its own, which stops before one of its round trips so that it can be killed there. */
final class CleanerProcess {

    private static final String THERE = "there ";

    private CleanerProcess() {}

    /**
     * Starts one, and kills it by SIGKILL once it is there.
     *
     * @param action {@code clean} or {@code restore}
     * @return the pid of its session on the server
     */
    static int killedBefore(String url, String action, String name, int trip) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ShortLivedJava.words(
                        "-cp",
                        System.getProperty("java.class.path"),
                        CleanerProcess.class.getName(),
                        url,
                        action,
                        name,
                        String.valueOf(trip)))
                .redirectErrorStream(true)
                .start();
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.startsWith(THERE)) {
                    process.destroyForcibly();
                    Wait.forEnd("a process after SIGKILL", process);
                    return Integer.parseInt(line.substring(THERE.length()));
                }
            }
        } finally {
            process.destroyForcibly();
        }
        throw new IllegalStateException("The process ended before its round trip " + trip + ":\n" + output);
    }

    /** The process itself. */
    public static void main(String[] arguments) throws Exception {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        int trip = Integer.parseInt(arguments[3]);
        try (OneConnection own = new OneConnection(dataSource.getConnection())) {
            int pid = own.pid();
            StaleTypes cleaner = StaleTypes.in(
                            Tapped.dataSource(own.dataSource(), (number, statement) -> stop(number == trip, pid)))
                    .claiming(arguments[2]);
            if (arguments[1].equals("restore")) {
                cleaner.restore();
            } else {
                cleaner.clean();
            }
        }
    }

    private static void stop(boolean here, int pid) throws IOException {
        if (here) {
            System.out.println(THERE + pid);
            System.out.flush();
            System.in.read();
        }
    }
}
