package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.testing.PlainDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Connects to what the supplier says at that moment: a class is initialised once, and each test has its own database. */
record CurrentDatabase(Supplier<DataSource> current) implements PlainDataSource {

    @Override
    public Connection getConnection() throws SQLException {
        return current.get().getConnection();
    }
}
