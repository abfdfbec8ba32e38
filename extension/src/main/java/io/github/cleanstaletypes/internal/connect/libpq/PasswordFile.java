package io.github.cleanstaletypes.internal.connect.libpq;

import io.github.cleanstaletypes.internal.connect.setting.Host;
import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import io.github.cleanstaletypes.internal.connect.setting.ShownPath;
import io.github.cleanstaletypes.internal.file.FileProblem;
import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.file.SizeLimit;
import io.github.cleanstaletypes.internal.sql.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * libpq's password file: lines {@code host:port:database:user:password}, of which the first that fits counts.
 *
 * <p>PostgreSQL manual, "The Password File". Immutable.
 */
public final class PasswordFile {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path file;
    private final List<List<String>> entries;
    private final @Nullable String warning;

    private PasswordFile(Path file, List<List<String>> entries, @Nullable String warning) {
        this.file = file;
        this.entries = List.copyOf(entries);
        this.warning = warning;
    }

    /** Reads the one that is used if none is named. As in libpq a missing one counts as empty, and so, with a warning, does a wrong one. */
    public static PasswordFile read(Path file) {
        try {
            return Files.exists(file) ? readExisting(file) : new PasswordFile(file, List.of(), null);
        } catch (IOException e) {
            return ignored(file, "cannot be read: " + FileProblem.inWords(e));
        }
    }

    /**
     * Reads the one that somebody named. A missing one counts as empty, with a warning.
     *
     * @throws SettingsException if it is there and cannot be used
     */
    public static PasswordFile named(Setting setting) {
        Path file = ConfigFiles.path(setting);
        try {
            return readExisting(file);
        } catch (NoSuchFileException e) {
            return new PasswordFile(
                    file, List.of(), setting.origin() + ": the password file " + shown(file) + " does not exist");
        } catch (IOException e) {
            throw setting.problem("the password file " + shown(file) + " cannot be read: " + FileProblem.inWords(e));
        }
    }

    private static PasswordFile readExisting(Path file) throws IOException {
        String text = PlainFile.text(file, SizeLimit.LIBPQ);
        if (!text.isEmpty() && othersHaveAccess(file)) {
            return ignored(file, "may be read by others; run: chmod 600 " + shown(file));
        }
        // a comment never fits, since no host begins with its sign
        List<List<String>> entries = text.lines()
                .map(PasswordFile::fields)
                .filter(fields -> fields.size() >= 5)
                .toList();
        return new PasswordFile(file, entries, null);
    }

    private static PasswordFile ignored(Path file, String why) {
        return new PasswordFile(
                file, List.of(), OneLine.of("The password file " + shown(file) + " is ignored: it " + why));
    }

    private static String shown(Path file) {
        return ShownPath.of(file.toString());
    }

    private static boolean othersHaveAccess(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }

    public Path file() {
        return file;
    }

    /** Why the file was ignored, or null if it was not. */
    @Nullable
    public String warning() {
        return warning;
    }

    /** Tells all of its passwords. */
    public void addTo(Secrets secrets) {
        entries.forEach(fields -> secrets.add(unescaped(fields.get(4))));
    }

    /** The password for one server, or null. */
    @Nullable
    public String find(Host host, String database, String user) {
        List<String> wanted = List.of(host.name(), Integer.toString(host.port()), database, user);
        for (List<String> fields : entries) {
            if (fits(fields, wanted)) {
                String password = unescaped(fields.get(4));
                return password.isEmpty() ? null : password;
            }
        }
        return null;
    }

    private static boolean fits(List<String> fields, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            String field = fields.get(i);
            if (!field.equals("*") && !unescaped(field).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Splits at each colon that no backslash precedes; the backslashes stay. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == ':') {
                fields.add(line.substring(start, i));
                start = i + 1;
            }
        }
        fields.add(line.substring(start));
        return fields;
    }

    private static String unescaped(String field) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            boolean escape = field.charAt(i) == '\\' && i + 1 < field.length();
            text.append(field.charAt(escape ? ++i : i));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
