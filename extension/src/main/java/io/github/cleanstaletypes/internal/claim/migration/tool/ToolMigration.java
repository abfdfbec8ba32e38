package io.github.cleanstaletypes.internal.claim.migration.tool;

/**
 * A migration of a tool, and what its way up runs.
 *
 * @param key what the tool's history calls it
 * @param name its file
 * @param sql the statements; none of a program, which is not read
 * @param told whether the history tells at each moment whether it has run, is running or has not: it commits together with its row, or the
 *     tool marks its beginning or holds a lock. If not, what stands there may have been made a moment ago
 */
record ToolMigration(String key, String name, String sql, boolean told) {

    static ToolMigration program(String key, String name) {
        return new ToolMigration(key, name, "", true);
    }

    boolean isProgram() {
        return !name.endsWith(".sql");
    }
}
