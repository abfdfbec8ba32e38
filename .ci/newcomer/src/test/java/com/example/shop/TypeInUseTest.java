package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cleanstaletypes.junit.CleanStaleTypes;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@CleanStaleTypes
class TypeInUseTest {

    static final DataSource dataSource = TestServer.databaseWith("in_use", "CREATE TYPE accounts_user AS ENUM ('admin')", "CREATE TABLE orders (placed_by accounts_user)");

    @BeforeAll
    static void migrate() {
        Flyway.configure().dataSource(dataSource).load().migrate();
    }

    @Test
    void is_migrated() {
        assertEquals(0, Flyway.configure().dataSource(dataSource).load().info().pending().length);
    }
}
