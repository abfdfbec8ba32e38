package com.example.shop;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import javax.sql.DataSource;

/** Stands for the database that the team shares, in which earlier runs have left something. */
final class TestServer {

    private static final EmbeddedPostgres SERVER = start();

    private TestServer() {}

    static DataSource databaseWith(String name, String... leftovers) {
        try (Connection admin = SERVER.getPostgresDatabase().getConnection()) {
            admin.createStatement().execute("CREATE DATABASE " + name);
            DataSource database = SERVER.getDatabase("postgres", name);
            try (Connection connection = database.getConnection()) {
                for (String sql : leftovers) {
                    connection.createStatement().execute(sql);
                }
            }
            return database;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setRegisterShutdownHook(true).start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
