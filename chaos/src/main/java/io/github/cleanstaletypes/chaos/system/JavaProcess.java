package io.github.cleanstaletypes.chaos.system;

import io.github.cleanstaletypes.testing.ShortLivedJava;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts Java programs on the Java that runs this one. */
public final class JavaProcess {

    private JavaProcess() {}

    /** Starts a main class on the class path of this program, tuned for a short life. */
    public static ChildProcess start(Class<?> main, List<String> arguments) {
        return ChildProcess.start(words(main, arguments), classPath(), false);
    }

    /** Returns the words that start this main class, where there are the variables of {@link #classPath()}. */
    public static List<String> words(Class<?> main, List<String> arguments) {
        List<String> command = ShortLivedJava.words(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** Returns the variable that gives a process the class path of this program. It is no option, so that a process list stays short. */
    public static Map<String, String> classPath() {
        return Map.of("CLASSPATH", System.getProperty("java.class.path"));
    }

    /**
     * Starts {@code java -jar}, tuned for a short life.
     *
     * @param environment all its variables
     * @param asOnTerminal see {@link ChildProcess#start}
     */
    public static ChildProcess start(
            Path jar, List<String> arguments, Map<String, String> environment, boolean asOnTerminal) {
        List<String> command = ShortLivedJava.jar(jar);
        command.addAll(arguments);
        return ChildProcess.start(command, environment, asOnTerminal);
    }
}
