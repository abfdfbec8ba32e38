package io.github.cleanstaletypes.internal.connect.setting;

import io.github.cleanstaletypes.internal.sql.OneLine;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Shows the path of a file in a message, unless it may be no path but a secret that was written in its place. */
public final class ShownPath {

    private static final String HIDDEN = "(not shown, it may be a password and no path)";

    /** A name that nobody has as a password. */
    private static final Pattern FILE_NAME =
            Pattern.compile("[\\p{L}\\p{N}_-]{1,40}\\.(?:conf|crt|json|key|list|log|out|pem|sql|txt)");

    private ShownPath() {}

    /** The path in quotes, or words in its place. */
    public static String of(String path) {
        return isHarmless(path) ? "'" + OneLine.of(path) + "'" : HIDDEN;
    }

    /** Whether it can be shown: something is there, or a directory on the way is, or it is called as files are. */
    public static boolean isHarmless(String path) {
        boolean named = !Secrets.mayBeIn(path)
                && FILE_NAME.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
        try {
            Path file = Path.of(path);
            return named || Files.exists(file) || (!Secrets.mayBeIn(path) && beginsWithDirectory(file));
        } catch (InvalidPathException e) {
            return named;
        }
    }

    /** The root is everybody's: a secret may begin with a slash. */
    private static boolean beginsWithDirectory(Path file) {
        for (Path directory = file.getParent(); directory != null; directory = directory.getParent()) {
            if (directory.getNameCount() > 0 && Files.isDirectory(directory)) {
                return true;
            }
        }
        return false;
    }
}
