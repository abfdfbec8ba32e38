package io.github.cleanstaletypes.internal.reset.form.ddl;

import io.github.cleanstaletypes.internal.reset.form.value.RoleSetting;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Sets what sessions in a database begin with, so that the catalog has the same text as before. Stateless. */
public final class SettingCopy {

    /**
     * Whose values the server quotes name by name; no extension can have such a one. Given as one text, {@code "$user", public} would be
     * one name.
     */
    private static final Set<String> LISTS = Set.of(
            "local_preload_libraries",
            "search_path",
            "session_preload_libraries",
            "shared_preload_libraries",
            "temp_tablespaces",
            "unix_socket_directories");

    private static final SqlResource PRESENT = SqlResource.named(SettingCopy.class, "setting_for_copy.sql");
    private static final SqlResource PINNED = SqlResource.named(SettingCopy.class, "setting_pinned.sql");

    private SettingCopy() {}

    /** Sets it, within a transaction that begins as ours do. */
    public static void onto(Connection connection, String database, RoleSetting setting) throws SQLException {
        if (!LISTS.contains(setting.name().toLowerCase(Locale.ROOT))) {
            begin(database, setting).words(" TO ").text(setting.value()).run(connection);
            return;
        }
        List<String> elements = QuotedList.elements(setting.value());
        if (!elements.isEmpty() && setting.value().equals(asStored(connection, elements))) {
            ServerWritten statement = begin(database, setting).words(" TO ");
            for (int i = 0; i < elements.size(); i++) {
                statement.words(i == 0 ? "" : ", ").text(elements.get(i));
            }
            statement.run(connection);
        } else {
            asItIs(connection, database, setting);
        }
    }

    /** An empty list, or one in another spelling than the server's, can only be had from a session that is set to it. */
    private static void asItIs(Connection connection, String database, RoleSetting setting) throws SQLException {
        ServerWritten statement = begin(database, setting).words(" FROM CURRENT");
        String written = statement.written(connection);
        SqlBatch.text(connection, PRESENT, Map.of("name", setting.name(), "value", setting.value()));
        statement.execute(connection, written);
        SqlBatch.text(connection, PINNED, Map.of());
    }

    private static String asStored(Connection connection, List<String> elements) throws SQLException {
        ServerWritten list = new ServerWritten("carry_setting");
        for (int i = 0; i < elements.size(); i++) {
            list.words(i == 0 ? "" : ", ").name(elements.get(i));
        }
        return list.written(connection);
    }

    private static ServerWritten begin(String database, RoleSetting setting) {
        ServerWritten statement = new ServerWritten("carry_setting");
        if (setting.role() == null) {
            statement.words("ALTER DATABASE ").name(database);
        } else {
            statement
                    .words("ALTER ROLE ")
                    .name(setting.role())
                    .words(" IN DATABASE ")
                    .name(database);
        }
        return statement.words(" SET ").name(setting.name());
    }
}
