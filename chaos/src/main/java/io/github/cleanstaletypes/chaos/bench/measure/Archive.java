package io.github.cleanstaletypes.chaos.bench.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A class-data archive of its own for a jar: the floor of a launcher, which has one, too. */
public final class Archive {

    private Archive() {}

    /**
     * Makes one by letting the program run once, and returns the words that start it with that.
     *
     * @param options the same for making and using it, such as the compiler and the collector
     */
    public static List<String> wordsWith(Path jar, List<String> options, Map<String, String> environment) {
        Path archive = jar.resolveSibling(jar.getFileName() + ".jsa");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> words = new ArrayList<>(List.of(java));
        words.addAll(options);
        List<String> making = new ArrayList<>(words);
        making.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-jar", jar.toString()));
        Stopwatch.time(making, environment).expecting(0);
        if (!Files.isRegularFile(archive)) {
            throw new Unmeasurable("This Java made no archive of " + jar);
        }
        words.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-jar", jar.toString()));
        return words;
    }
}
