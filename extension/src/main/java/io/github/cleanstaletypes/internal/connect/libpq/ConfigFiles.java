package io.github.cleanstaletypes.internal.connect.libpq;

import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.file.FileProblem;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where libpq looks for its files.
 *
 * <p>PostgreSQL manual, "The Password File" and "The Connection Service File". The directories of the whole system are
 * those of Debian's and of the PostgreSQL project's RPM packages, since libpq has its own compiled in.
 */
public final class ConfigFiles {

    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final List<String> SYSTEM_DIRECTORIES = List.of("/etc/postgresql-common", "/etc/sysconfig/pgsql");

    private ConfigFiles() {}

    public static Path passwordFile(Environment environment) {
        return WINDOWS ? windows(environment).resolve("pgpass.conf") : home(environment, ".pgpass");
    }

    static Path serviceFile(Environment environment) {
        return WINDOWS ? windows(environment).resolve(".pg_service.conf") : home(environment, ".pg_service.conf");
    }

    static List<Path> systemServiceFiles(Environment environment) {
        String directory = environment.get("PGSYSCONFDIR");
        List<String> directories = directory == null || directory.isEmpty() ? SYSTEM_DIRECTORIES : List.of(directory);
        return directories.stream()
                .map(name -> path(new Setting(name, "PGSYSCONFDIR")).resolve("pg_service.conf"))
                .toList();
    }

    /** The certificate of the authority that {@code sslmode=require} checks if it is there, as in libpq. */
    public static Path rootCertificate(Environment environment) {
        return WINDOWS
                ? windows(environment).resolve("root.crt")
                : home(environment, ".postgresql").resolve("root.crt");
    }

    public static Path path(Setting setting) {
        try {
            return Path.of(setting.value());
        } catch (InvalidPathException e) {
            throw setting.problem(FileProblem.inWords(e));
        }
    }

    private static Path home(Environment environment, String name) {
        return environment.home().resolve(name);
    }

    private static Path windows(Environment environment) {
        @Nullable String appData = environment.get("APPDATA");
        return Path.of(appData == null ? "" : appData, "postgresql");
    }
}
