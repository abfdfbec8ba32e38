package io.github.cleanstaletypes.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Servers that speak PostgreSQL's protocol and have other catalogs, or other locks, than PostgreSQL: what is true of it may be wrong there.
 * Those that are PostgreSQL with additions (Aurora, AlloyDB, EDB Advanced Server, Citus, TimescaleDB, PolarDB) are none of them.
 */
public enum OtherProduct {
    COCKROACHDB("CockroachDB"),
    YUGABYTEDB("YugabyteDB", "-yb-"),
    REDSHIFT("Redshift"),
    GREENPLUM("Greenplum"),
    MATERIALIZE("Materialize"),
    RISINGWAVE("RisingWave"),
    CRATEDB("CrateDB"),
    QUESTDB("QuestDB"),
    OPENGAUSS("openGauss");

    private static final SqlResource PRODUCT = SqlResource.named(OtherProduct.class, "product.sql");

    private final String called;
    private final String mark;

    OtherProduct(String called) {
        this(called, called.toLowerCase(Locale.ROOT));
    }

    OtherProduct(String called, String mark) {
        this.called = called;
        this.mark = mark;
    }

    /** The product that calls itself so in {@code version()}; empty if it is none of these. */
    public static Optional<OtherProduct> of(String version) {
        String lower = version.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(product -> lower.contains(product.mark))
                .findFirst();
    }

    /**
     * Does nothing if the server is PostgreSQL.
     *
     * @param version what {@code version()} says
     * @throws SQLException with SQLSTATE 0A000, which names it, if it is another product
     */
    public static void refuse(String version) throws SQLException {
        Optional<OtherProduct> product = of(version);
        if (product.isPresent()) {
            throw new SQLException(product.get().inWords(), SqlStates.FEATURE_NOT_SUPPORTED);
        }
    }

    /** The product behind a connection on which something has failed; empty as well if the server does not say. Throws nothing. */
    public static Optional<OtherProduct> behind(Connection connection) {
        List<OtherProduct> found = new ArrayList<>();
        try {
            Transaction.READS.batched(connection, c -> {
                new SqlBatch(Map.of())
                        .add(PRODUCT, row -> of(row.getString("product")).ifPresent(found::add))
                        .run(c);
                return found;
            });
        } catch (SQLException e) {
            // what had failed is told
        }
        return found.stream().findFirst();
    }

    /** Says for people that nothing is done there. */
    public String inWords() {
        return "the server is " + called
                + ", whose catalogs and locks are not PostgreSQL's; nothing is judged or changed there";
    }
}
