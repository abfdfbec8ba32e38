package io.github.cleanstaletypes.internal.connect.url;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter means that libpq does not have, and that other programs take in the same URL.
 *
 * <p>The names are those of the programs' own manuals: Prisma, SQLAlchemy, asyncpg, pg8000, Rails, Django with dj-database-url, Doctrine,
 * node-postgres, postgres.js, sqlx, pgx, lib/pq, golang-migrate, Ecto, Spring's R2DBC, Npgsql, Supabase.
 *
 * @param detail why it is refused; else empty
 */
record ForeignParameter(Meaning meaning, String detail) {

    /** What a parameter is to us. */
    enum Meaning {
        /** It sizes a pool, tunes a client, or is for that program alone: neither what is connected to nor what is done there changes. */
        NOTHING,
        /** The schema in which that program's names without a schema are, unquoted. */
        SCHEMA,
        /** The same as a list, as SQL writes it. */
        SEARCH_PATH,
        /** A setting of the server's that a session begins with. */
        SERVER_SETTING,
        /** Whether, and how strictly, TLS is used. */
        TLS,
        /** It would change what is connected to, or how safely. */
        REFUSED
    }

    /** Returns what the parameter of this name means, or null if it is of no program that is known; case does not matter. */
    static @Nullable ForeignParameter named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        // golang-migrate's own
        return lower.startsWith("x-") ? Known.NOTHING : Known.NAMES.get(lower);
    }

    /** Apart, so that who meets no such parameter pays nothing for them. */
    private static final class Known {

        private static final String SOCKET =
                "is a Unix-domain socket, which the JDBC driver cannot use; write a host's name";
        private static final String ROOT = "names the certificate that the server's must be signed by; write"
                + " sslrootcert=FILE with sslmode=verify-full";
        private static final String CLIENT =
                "holds the client's certificate; write sslcert=FILE and sslkey=FILE, as for libpq";
        private static final String CONNECTOR = "needs Cloud SQL's connector, which is not inside; use its Auth Proxy,"
                + " and give the proxy's address";

        private static final ForeignParameter NOTHING = new ForeignParameter(Meaning.NOTHING, "");

        static final Map<String, ForeignParameter> NAMES = names();

        private Known() {}

        private static Map<String, ForeignParameter> names() {
            Map<String, ForeignParameter> names = new HashMap<>();
            for (List<String> ofOne : List.of(
                    // Prisma
                    List.of("connection_limit", "pool_timeout", "pgbouncer", "socket_timeout", "statement_cache_size"),
                    // Rails
                    List.of("pool", "prepared_statements", "encoding", "checkout_timeout", "reaping_frequency"),
                    List.of("idle_timeout", "advisory_locks", "min_messages", "max_connections", "keepalive"),
                    // Django
                    List.of("conn_max_age", "conn_health_checks", "disable_server_side_cursors", "atomic_requests"),
                    // Doctrine
                    List.of("serverversion", "charset"),
                    // SQLAlchemy and its drivers
                    List.of("pool_size", "max_overflow", "prepared_statement_cache_size", "command_timeout"),
                    List.of("async_fallback", "executemany_mode", "prepared_statement_name_func", "timeout"),
                    // node-postgres, postgres.js, Knex, Supabase
                    List.of("uselibpqcompat", "max", "min", "idletimeoutmillis", "connectiontimeoutmillis", "supa"),
                    List.of("query_timeout", "idle_in_transaction_session_timeout", "statement_timeout", "workaround"),
                    List.of("fallback", "prepare", "max_lifetime", "max_conns"),
                    // pgx and lib/pq
                    List.of("pool_max_conns", "pool_min_conns", "pool_min_idle_conns", "pool_max_conn_lifetime"),
                    List.of("pool_max_conn_lifetime_jitter", "pool_max_conn_idle_time", "pool_health_check_period"),
                    List.of("default_query_exec_mode", "statement_cache_capacity", "description_cache_capacity"),
                    List.of("statement_cache_mode", "prefer_simple_protocol", "binary_parameters", "lock_timeout"),
                    List.of("timezone", "datestyle", "intervalstyle"),
                    // sqlx, Ecto, R2DBC, AWS
                    List.of("statement-cache-capacity", "queue_target", "queue_interval", "initialsize", "maxsize"),
                    List.of("preparedstatementcachequeries", "wrapperplugins", "wrapperlogunclosedconnections"),
                    // Npgsql
                    List.of("pooling", "maximum pool size", "minimum pool size"))) {
                ofOne.forEach(name -> names.put(name, NOTHING));
            }
            names.put("schema", new ForeignParameter(Meaning.SCHEMA, ""));
            for (String path : List.of("search_path", "schema_search_path", "currentschema", "searchpath")) {
                names.put(path, new ForeignParameter(Meaning.SEARCH_PATH, ""));
            }
            for (String setting : List.of("role", "default_transaction_read_only")) {
                names.put(setting, new ForeignParameter(Meaning.SERVER_SETTING, ""));
            }
            for (String tls : List.of("ssl", "ssl_mode", "ssl-mode", "sslmode", "ssl_require", "sslaccept")) {
                names.put(tls, new ForeignParameter(Meaning.TLS, ""));
            }
            for (String socket : List.of("socket", "unix_sock", "unix_socket", "socket_dir")) {
                names.put(socket, new ForeignParameter(Meaning.REFUSED, SOCKET));
            }
            for (String root : List.of("ssl_ca", "sslca", "ssl-ca", "ssl_root_cert", "ssl-root-cert", "root_cert")) {
                names.put(root, new ForeignParameter(Meaning.REFUSED, ROOT));
            }
            names.put("sslidentity", new ForeignParameter(Meaning.REFUSED, CLIENT));
            for (String connector : List.of("cloudsqlinstance", "socketfactory", "unixsocketpath", "iptypes")) {
                names.put(connector, new ForeignParameter(Meaning.REFUSED, CONNECTOR));
            }
            return names;
        }
    }
}
