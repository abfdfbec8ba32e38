package io.github.cleanstaletypes.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts Java programs tuned for a short life: the second compiler and threads that collect garbage cost more than they bring. */
public final class ShortLivedJava {

    private ShortLivedJava() {}

    /** The words that start a program on the Java that runs this one; can be added to. */
    public static List<String> words(String... program) {
        return words(home(), program);
    }

    /** The words that start a program on the Java of this directory; can be added to. */
    public static List<String> words(Path home, String... program) {
        List<String> words = new ArrayList<>(
                List.of(home.resolve("bin/java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        words.addAll(List.of(program));
        return words;
    }

    /** The words that start a program that is a jar, on the Java that runs this one; can be added to. */
    public static List<String> jar(Path jar) {
        return jar(home(), List.of(), jar);
    }

    /** The words that start a program that is a jar, on the Java of this directory with these options; can be added to. */
    public static List<String> jar(Path home, List<String> options, Path jar) {
        List<String> words = words(home);
        words.addAll(SharedClasses.options(home, jar));
        words.addAll(options);
        words.addAll(List.of("-jar", jar.toString()));
        return words;
    }

    private static Path home() {
        return Path.of(System.getProperty("java.home"));
    }
}
