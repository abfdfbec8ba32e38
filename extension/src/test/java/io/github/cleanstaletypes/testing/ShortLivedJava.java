package io.github.cleanstaletypes.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts Java programs tuned for a short life: the second compiler and threads that collect garbage cost more than they bring. */
public final class ShortLivedJava {

    private ShortLivedJava() {}

    /** The words that start a program on the Java that runs this one; can be added to. */
    public static List<String> words(String... program) {
        return words(Path.of(System.getProperty("java.home")), program);
    }

    /** The words that start a program on the Java of this directory; can be added to. */
    public static List<String> words(Path home, String... program) {
        List<String> words = new ArrayList<>(
                List.of(home.resolve("bin/java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        words.addAll(List.of(program));
        return words;
    }
}
