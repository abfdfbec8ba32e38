package io.github.cleanstaletypes.internal.connect.setting;

import io.github.cleanstaletypes.internal.file.FileProblem;
import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.file.SizeLimit;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that holds the value of one variable, such as a secret mounted into a container. */
final class SettingFile {

    private SettingFile() {}

    /** Its text without the one line break that an editor leaves at the end. */
    static String read(String variable, String path) {
        String text = withoutLineBreak(text(variable, path));
        if (text.isEmpty()) {
            throw problem(variable, path, "is empty");
        }
        return text;
    }

    private static String text(String variable, String path) {
        try {
            return PlainFile.text(Path.of(path), SizeLimit.SETTING);
        } catch (IOException e) {
            throw problem(variable, path, "cannot be read: " + FileProblem.inWords(e));
        } catch (InvalidPathException e) {
            throw problem(variable, path, "cannot be read: " + FileProblem.inWords(e));
        }
    }

    private static String withoutLineBreak(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static SettingsException problem(String variable, String path, String what) {
        return new SettingsException(variable + ": the file " + ShownPath.of(path) + " " + what);
    }
}
