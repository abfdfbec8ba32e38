package io.github.cleanstaletypes.internal.reset.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A new database sorts as the one did whose place it takes, whoever provides the locale, and speaks its encoding. */
class FormLocaleTest {

    @EachServer(
            value = {"14.22", "15.19", "16.15", "17.11", "18.6"},
            sample = 2)
    void is_the_same_for_each_provider(PostgresServer server) throws SQLException {
        int version = Integer.parseInt(server.version().split("\\.")[0]);
        List<String> options = new ArrayList<>(List.of("LC_COLLATE 'de_DE.utf8' LC_CTYPE 'C.UTF-8'"));
        if (version >= 15) {
            options.add("LOCALE_PROVIDER icu ICU_LOCALE 'und' LC_COLLATE 'C' LC_CTYPE 'de_DE.utf8'");
        }
        if (version >= 16) {
            options.add("LOCALE_PROVIDER icu ICU_LOCALE 'de-u-co-phonebk' ICU_RULES '&a < g < ''''' LOCALE 'C'");
        }
        if (version >= 17) {
            options.add("LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'sv_SE.utf8'");
        }
        for (String option : options) {
            RenewedForm renewed = renewed(server, "ENCODING 'UTF8' " + option);
            assertThat(renewed.newRows()).as(option).isEqualTo(renewed.oldRows());
            assertThat(renewed.differences()).as(option).isEmpty();
        }
    }

    @EachServer(sample = 1)
    void is_the_same_in_each_kind_of_encoding(PostgresServer server) throws SQLException {
        for (String encoding : List.of("LATIN1", "EUC_JP", "SQL_ASCII")) {
            RenewedForm renewed = renewed(server, "ENCODING '" + encoding + "' LC_COLLATE 'C' LC_CTYPE 'C'");
            assertThat(renewed.before().encoding()).isEqualTo(encoding);
            assertThat(renewed.newRows()).as(encoding).isEqualTo(renewed.oldRows());
            assertThat(renewed.differences()).as(encoding).isEmpty();
        }
    }

    @EachServer(
            value = {"15.19", "18.6"},
            sample = 1)
    void has_the_version_that_the_machine_has_by_now_and_that_is_told(PostgresServer server) throws SQLException {
        RenewedForm renewed = renewed(
                server,
                "LOCALE_PROVIDER icu ICU_LOCALE 'und' LC_COLLATE 'C' LC_CTYPE 'C'",
                "UPDATE pg_database SET datcollversion = 'an old one' WHERE datname = 'of a locale'");
        assertThat(renewed.refusals())
                .singleElement()
                .satisfies(told ->
                        assertThat(told.what() + told.why()).contains("version of the collation", "an old one"));
        assertThat(renewed.differences()).isEmpty();
        assertThat(renewed.after().locale().version())
                .isEqualTo(renewed.before().locale().actual())
                .isNotNull();
    }

    private static RenewedForm renewed(PostgresServer server, String options, String... statements)
            throws SQLException {
        try (Connection superuser = server.superuser().getConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute("CREATE DATABASE \"of a locale\" TEMPLATE template0 " + options);
            try {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                return RenewedForm.of(server, "of a locale", PostgresServer.SUPERUSER);
            } finally {
                statement.execute("DROP DATABASE \"of a locale\"");
            }
        }
    }
}
