package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.junit.JdbcUrls.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A database that was found.
 *
 * @param where what led to it, in words
 * @param dataSource connects to it
 */
record Database(String where, DataSource dataSource) {

    /** Where it is; asks the driver, since a data source does not say. Empty if it is no PostgreSQL or cannot be reached. */
    Optional<Place> place() {
        try (Connection connection = dataSource.getConnection()) {
            String url = connection.getMetaData().getURL();
            return url == null ? Optional.empty() : JdbcUrls.place(url);
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
