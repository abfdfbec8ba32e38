package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.apply.Trial;
import io.github.cleanstaletypes.internal.apply.TrialCreate;
import io.github.cleanstaletypes.internal.catalog.ActivityReader;
import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.catalog.integrity.TornRow;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.finding.InvisibleRow;
import io.github.cleanstaletypes.internal.finding.PreparedCreation;
import io.github.cleanstaletypes.internal.finding.UncommittedCreation;
import io.github.cleanstaletypes.report.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries the names that are to be probed, one after the other, and adds what comes of it to an inspection: who holds a name, and what is
 * there that cannot be seen. Not thread-safe.
 */
final class NameProbes {

    private final Connection connection;
    private final Settings settings;
    private final TrialCreate prober;
    private final List<Probe> probes = new ArrayList<>();
    private Inspection now;

    NameProbes(Connection connection, Settings settings, Inspection first) {
        this.connection = connection;
        this.settings = settings;
        this.prober = new TrialCreate(connection, settings.lockWait(), settings.progress(), settings.guard());
        this.now = first;
    }

    List<Probe> probes() {
        return List.copyOf(probes);
    }

    /** Tries each name; the last inspection, with what was found besides. */
    Inspection run() throws SQLException {
        for (Claim claim : settings.toProbe(now.claims())) {
            SqlName name = resolved(claim.name());
            if (name.schema() == null) {
                told(name, Probe.Outcome.NOT_PROBED, "no schema on the search path");
            } else if (now.damaged()) {
                told(name, Probe.Outcome.NOT_PROBED, "the catalog is damaged: each failed CREATE can do harm");
            } else if (!now.taken(name)) {
                probe(claim, name, name.schema());
            } else {
                told(name, Probe.Outcome.TAKEN, "");
            }
        }
        return now;
    }

    private void probe(Claim claim, SqlName name, String schema) throws SQLException {
        Trial attempt = prober.attempt(schema, name.name());
        if (attempt.verdict() == Trial.Verdict.UNSEEN && !explained(name) && !attempt.undisturbed()) {
            // somebody may have created it and have dropped it again at this moment
            attempt = prober.attempt(schema, name.name());
        }
        switch (attempt.verdict()) {
            case FREE -> told(name, Probe.Outcome.FREE, "");
            case HELD -> held(claim, name, attempt);
            case TAKEN -> {
                lookAgain();
                told(name, Probe.Outcome.TAKEN, attempt.words());
            }
            case UNSEEN -> unseen(claim, name, attempt);
            case FAILED -> told(name, Probe.Outcome.NOT_PROBED, attempt.words());
        }
    }

    /** Looks again in a new transaction: whoever created it may have committed just now. */
    private boolean explained(SqlName name) throws SQLException {
        lookAgain();
        return now.damaged() || now.taken(name);
    }

    private void unseen(Claim claim, SqlName name, Trial attempt) throws SQLException {
        if (explained(name)) {
            told(name, now.damaged() ? Probe.Outcome.INVISIBLE : Probe.Outcome.TAKEN, attempt.words());
        } else if (attempt.undisturbed()) {
            String evidence = "a CREATE of " + name
                    + " failed while no other transaction was at work, and nothing of that name is to be seen: "
                    + attempt.words();
            TornRow row = new TornRow("pg_type", name.schema(), name.name(), evidence, false);
            now = now.with(new InvisibleRow(List.of(row), List.of(), List.of(), claim));
            told(name, Probe.Outcome.INVISIBLE, evidence);
        } else {
            told(
                    name,
                    Probe.Outcome.NOT_PROBED,
                    "it failed twice, and other transactions were at work both times, so it cannot be told why: "
                            + attempt.words());
        }
    }

    private void held(Claim claim, SqlName name, Trial attempt) throws SQLException {
        lookAgain();
        List<Creator> holders = now.activity().creators();
        if (holders.isEmpty()) {
            // an enum, domain or range in the making shows itself only on servers that lock types
            holders = ActivityReader.readWriters(connection);
        }
        for (Creator holder : holders) {
            now = now.with(creation(holder, now.claims().demand(claim) ? claim : null));
        }
        String by = String.join(
                ", ",
                holders.stream()
                        .map(holder ->
                                holder.prepared() ? "prepared transaction " + holder.gid() : "pid " + holder.pid())
                        .toList());
        told(
                name,
                Probe.Outcome.HELD,
                holders.isEmpty() ? attempt.words() : (holders.size() == 1 ? "by " : "by one of: ") + by);
    }

    private static CatalogFinding creation(Creator holder, @Nullable Claim demanded) {
        return holder.prepared() ? new PreparedCreation(holder) : new UncommittedCreation(holder, demanded);
    }

    private void lookAgain() throws SQLException {
        now = Inspection.of(connection, settings);
    }

    private void told(SqlName name, Probe.Outcome outcome, String detail) {
        Probe probe = new Probe(name.schema(), name.name(), name.toString(), outcome, detail);
        probes.add(probe);
        settings.progress().probed(probe);
    }

    /** A bare name is created in the first schema of the search path. */
    private SqlName resolved(SqlName name) {
        CatalogSnapshot snapshot = now.snapshot();
        String stored = snapshot.storedNames().getOrDefault(name.name(), name.name());
        List<String> path = snapshot.server().searchPath();
        String schema = name.schema() != null || path.isEmpty() ? name.schema() : path.get(0);
        return new SqlName(schema, stored);
    }
}
