package io.github.cleanstaletypes.internal.guard.command;

import io.github.cleanstaletypes.internal.guard.report.ExitStatus;
import io.github.cleanstaletypes.internal.guard.report.GuardException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds programs as execvp does: a name with a slash is a path, any other is looked for in {@code PATH}. */
public final class Programs {

    private Programs() {}

    /**
     * Looks for it, before anything else is done.
     *
     * @throws GuardException with status 126 or 127 if it cannot be run
     */
    public static void require(String program, @Nullable String path) {
        // without a locale Java cannot look for a name beyond ASCII; whoever executes it will
        if (!CommandWords.arrives(program) || find(program, path)) {
            return;
        }
        boolean there =
                !program.isEmpty() && Arrays.stream(places(program, path)).anyMatch(Files::exists);
        throw there
                ? new GuardException(
                        ExitStatus.NOT_EXECUTABLE,
                        "'" + program + "' cannot be executed: it is no file with the x permission")
                : new GuardException(ExitStatus.NOT_FOUND, "'" + program + "': command not found");
    }

    static boolean find(String program, @Nullable String path) {
        return !program.isEmpty()
                && Arrays.stream(places(program, path))
                        .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    private static Path[] places(String program, @Nullable String path) {
        if (program.contains("/")) {
            return new Path[] {Path.of(program)};
        }
        String directories = path == null ? "/bin:/usr/bin" : path;
        return Arrays.stream(directories.split(File.pathSeparator, -1))
                .filter(CommandWords::arrives)
                .map(directory -> Path.of(directory.isEmpty() ? "." : directory, program))
                .toArray(Path[]::new);
    }
}
