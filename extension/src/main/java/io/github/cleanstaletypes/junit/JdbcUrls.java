package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.util.Optional;
import javax.sql.DataSource;

/** URLs without an environment: nothing but the URL says where they lead. */
final class JdbcUrls {

    private static final Environment NONE = name -> null;

    private JdbcUrls() {}

    /**
     * Connects to where a URL leads.
     *
     * @param where what has the URL, for the message if it is wrong
     * @throws SettingsException if the URL is wrong
     */
    static DataSource dataSource(String where, String url) {
        return ConnectionSettings.ofUrl(where, url, NONE).dataSource();
    }

    /** Where a URL leads, to compare; empty if it is none of PostgreSQL. */
    static Optional<Place> place(String url) {
        try {
            ConnectionSettings settings = ConnectionSettings.resolve(url, NONE);
            return Optional.of(
                    new Place(settings.hosts().toString().replace("127.0.0.1:", "localhost:"), settings.database()));
        } catch (SettingsException e) {
            return Optional.empty();
        }
    }

    /** A server and a database of it. */
    record Place(String hosts, String database) {}
}
