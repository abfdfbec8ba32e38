package io.github.cleanstaletypes.internal.cli.option;

import io.github.cleanstaletypes.internal.connect.setting.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments and variables of this process in UTF-8. Java decodes them by the locale; a container has none, and every letter
 * beyond ASCII would be lost there: a name that nobody has would be looked for, and not found. Linux still has the bytes.
 */
public final class GivenText {

    private static final Path SELF = Path.of("/proc/self");
    private static final String UTF_8 = "UTF-8";

    private GivenText() {}

    public static String[] arguments(String... decoded) {
        List<String> all = given("cmdline");
        return all.size() < decoded.length
                ? decoded
                : all.subList(all.size() - decoded.length, all.size()).toArray(String[]::new);
    }

    public static Environment environment() {
        List<String> all = given("environ");
        if (all.isEmpty()) {
            return Environment.system();
        }
        Map<String, String> variables = new HashMap<>();
        for (String variable : all) {
            int equals = variable.indexOf('=', 1);
            if (equals > 0) {
                variables.putIfAbsent(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        return variables::get;
    }

    /** The strings of a file of this process's; none where Java's own are right, or there is no such file. */
    private static List<String> given(String file) {
        if (System.getProperty("sun.jnu.encoding", UTF_8).equalsIgnoreCase(UTF_8)) {
            return List.of();
        }
        try {
            String text = Files.readString(SELF.resolve(file));
            // each string ends with a NUL, the last one too
            return text.isEmpty()
                    ? List.of()
                    : List.of(text.substring(0, text.length() - 1).split("\0", -1));
        } catch (IOException e) {
            return List.of();
        }
    }
}
