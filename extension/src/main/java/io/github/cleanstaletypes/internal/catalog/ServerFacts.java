package io.github.cleanstaletypes.internal.catalog;

import java.util.List;

/**
 * The server, the database and the role that a snapshot was taken with.
 *
 * @param versionNum {@code server_version_num}, such as 150018
 * @param version the version as people write it, such as {@code 15.18}
 * @param database the database's name
 * @param role the current role's name
 * @param inRecovery whether the server is a standby, which takes no change
 * @param readOnly whether the session makes its transactions read-only by default ({@code default_transaction_read_only})
 * @param searchPath the schemas that a bare name means, in order, without the system's
 * @param standaloneTypes how many standalone types the user schemas have in all, without those that an extension owns
 */
public record ServerFacts(
        int versionNum,
        String version,
        String database,
        String role,
        boolean inRecovery,
        boolean readOnly,
        List<String> searchPath,
        long standaloneTypes) {

    public ServerFacts {
        searchPath = List.copyOf(searchPath);
    }

    /** The same with the number of standalone types, which another statement may have counted. */
    ServerFacts counting(long standalone) {
        return new ServerFacts(versionNum, version, database, role, inRecovery, readOnly, searchPath, standalone);
    }
}
