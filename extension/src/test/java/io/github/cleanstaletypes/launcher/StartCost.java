package io.github.cleanstaletypes.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Measures the processor's time of whole processes, as the shell that has started them tells it. */
final class StartCost {

    private final int rounds;
    private final String url;
    private final Path home;

    StartCost(int rounds, String url, Path home) {
        this.rounds = rounds;
        this.url = url;
        this.home = home;
    }

    static List<String> words(List<?>... parts) {
        return Stream.of(parts).flatMap(List::stream).map(String::valueOf).toList();
    }

    /** How many times as much the first one costs, by the medians; they run in turn, and of several rounds the first is not counted. */
    double ratio(List<String> words, List<String> other) throws IOException {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            double one = run(words);
            double two = run(other);
            if (i > 0 || rounds == 1) {
                first.add(one);
                second.add(two);
            }
        }
        return median(first) / median(second);
    }

    /** Runs it to its end, and tells how many seconds it took of the processor. */
    double run(List<String> words) throws IOException {
        List<String> shell = new ArrayList<>(List.of("sh", "-c", "\"$@\" >/dev/null 2>&1 || exit; times", "sh"));
        shell.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(shell).redirectError(Redirect.INHERIT);
        builder.environment().put("DATABASE_URL", url);
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("XDG_CACHE_HOME");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(Wait.forEnd(String.join(" ", words), process))
                .as("%s", words)
                .isZero();
        // the shell's own times, then those of what it has started: 0m0.51s 0m0.04s
        return Stream.of(told.lines().skip(1).findFirst().orElseThrow().split(" "))
                .mapToDouble(StartCost::seconds)
                .sum();
    }

    private static double seconds(String time) {
        int minutes = time.indexOf('m');
        return 60 * Double.parseDouble(time.substring(0, minutes))
                + Double.parseDouble(time.substring(minutes + 1, time.length() - 1));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** Makes a jar of one class. */
    static void jar(Path jar, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
        }
    }
}
