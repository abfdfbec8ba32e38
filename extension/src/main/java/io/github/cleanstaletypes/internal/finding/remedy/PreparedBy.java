package io.github.cleanstaletypes.internal.finding.remedy;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who prepares transactions of this form of identifier, and settles them: to roll one back by hand would leave a distributed transaction half
 * done.
 */
public enum PreparedBy {
    /** Citus, {@code Assign2PCIdentifier}: group, process, transaction and connection. */
    CITUS(
            "citus_\\d+_\\d+_\\d+_\\d+",
            "It is Citus's, whose maintenance daemon settles it; on the coordinator that is SELECT"
                    + " recover_prepared_transactions()"),
    /** The server's {@code TwoPhaseTransactionGid}: the oid of a subscription and the publisher's transaction. */
    SUBSCRIPTION(
            "pg_gid_\\d+_\\d+",
            "It is a subscription's with two_phase, and ends when its publisher commits or rolls back; see"
                    + " pg_stat_subscription"),
    /** An Xid as the JDBC driver and psycopg write it: format, and two parts in Base64. */
    TRANSACTION_MANAGER(
            "-?\\d+_[A-Za-z0-9+/]+={0,2}_[A-Za-z0-9+/]*={0,2}",
            "It has the form of a transaction manager's (XA), which settles it when it recovers: start that, and ask it");

    private final Pattern form;
    private final String remedy;

    PreparedBy(String form, String remedy) {
        this.form = Pattern.compile(form);
        this.remedy = remedy;
    }

    /** Who has prepared it, as far as its identifier tells. */
    public static Optional<PreparedBy> of(String gid) {
        return Arrays.stream(values())
                .filter(one -> one.form.matcher(gid).matches())
                .findFirst();
    }

    /** What to do about it, in a sentence. */
    public String remedy() {
        return remedy;
    }
}
