package io.github.cleanstaletypes.chaos.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts Java programs on the Java that runs this one. */
public final class Java {

    private Java() {}

    /** Starts a main class on the class path of this program, tuned for a short life. */
    public static Child start(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(executable(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add(main.getName());
        command.addAll(arguments);
        // not -cp: what a process list shows stays short
        return Child.start(command, Map.of("CLASSPATH", System.getProperty("java.class.path")), false);
    }

    /** Starts {@code java -jar} as a user types it; for the last parameter see {@link Child#start}. */
    public static Child start(Path jar, List<String> arguments, boolean asOnTerminal) {
        List<String> command = new ArrayList<>(List.of(executable(), "-jar", jar.toString()));
        command.addAll(arguments);
        return Child.start(command, Map.of(), asOnTerminal);
    }

    private static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
