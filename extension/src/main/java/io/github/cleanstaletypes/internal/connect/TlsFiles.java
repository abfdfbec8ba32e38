package io.github.cleanstaletypes.internal.connect;

import io.github.cleanstaletypes.internal.connect.setting.DriverProperties;
import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import io.github.cleanstaletypes.internal.connect.setting.ShownPath;
import io.github.cleanstaletypes.internal.file.FileProblem;
import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.file.SizeLimit;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that the driver reads for TLS, as a whole and whatever they are: so they are looked at first. */
final class TlsFiles {

    private static final Map<Keyword, String> PROPERTIES = Map.of(
            Keyword.SSLROOTCERT, DriverProperties.SSL_ROOT_CERT,
            Keyword.SSLCERT, DriverProperties.SSL_CERT,
            Keyword.SSLKEY, DriverProperties.SSL_KEY);

    private TlsFiles() {}

    /** Checks those that were named, unless nothing is encrypted. */
    static void check(Parameters parameters, DriverProperties properties, Source source) {
        String mode = properties.get(DriverProperties.SSL_MODE);
        if ("disable".equals(mode)) {
            return;
        }
        PROPERTIES.forEach((keyword, property) -> {
            String file = properties.get(property);
            if (file != null) {
                Setting setting = parameters.get(keyword);
                // a jdbc: URL says it in the driver's words
                String origin = setting == null ? source.name() : setting.origin();
                // without a check of the server's certificate the driver does without its authority, too
                boolean needed = keyword == Keyword.SSLROOTCERT && mode != null && mode.startsWith("verify-");
                String problem = problem(file, needed);
                if (problem != null) {
                    throw new SettingsException(
                            origin + ": the " + property + " " + ShownPath.of(file) + " cannot be read: " + problem);
                }
            }
        });
    }

    private static @Nullable String problem(String file, boolean needed) {
        try {
            PlainFile.check(Path.of(file), SizeLimit.CERTIFICATE);
            return null;
        } catch (NoSuchFileException e) {
            // the driver says so itself once the server asks for it
            return needed ? FileProblem.inWords(e) : null;
        } catch (IOException e) {
            return FileProblem.inWords(e);
        } catch (InvalidPathException e) {
            return FileProblem.inWords(e);
        }
    }
}
