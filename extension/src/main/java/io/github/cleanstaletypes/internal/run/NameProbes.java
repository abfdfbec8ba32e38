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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Tries the names that are to be probed, one after the other, and adds what comes of it to an inspection: who holds a name, and what is
 * there that cannot be seen. Not thread-safe.
 */
final class NameProbes {

    private final Connection connection;
    private final Settings settings;
    private final TrialCreate prober;
    private final Map<SqlName, Probe> probes = new LinkedHashMap<>();
    private final Map<SqlName, Taken> taken = new LinkedHashMap<>();
    private final List<CatalogFinding> met = new ArrayList<>();
    private Inspection now;

    /**
     * A name that something has which can be seen, and which may be gone once this run has removed what it may.
     *
     * @param claim the claim on it
     * @param schema its schema
     * @param words what a try of it brought; empty if there was none
     */
    private record Taken(Claim claim, String schema, String words) {}

    NameProbes(Connection connection, Settings settings, Inspection first) {
        this.connection = connection;
        this.settings = settings;
        this.prober = new TrialCreate(connection, settings.lockWait(), settings.progress(), settings.guard());
        this.now = first;
    }

    /** Tells of each name that a dry run would have to try that it was not tried. */
    static List<Probe> untried(Settings settings, Inspection inspection) {
        List<Probe> untried = settings.toProbe(inspection.claims()).stream()
                .map(claim -> resolved(claim.name(), inspection))
                .distinct()
                .map(name -> probe(name, Probe.Outcome.NOT_PROBED, "a dry run tries nothing"))
                .toList();
        untried.forEach(settings.progress()::probed);
        return untried;
    }

    /** What came of each name, in the order of the claims. */
    List<Probe> probes() {
        return settings.toProbe(now.claims()).stream()
                .map(claim -> probes.get(resolved(claim.name())))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The last inspection. */
    Inspection last() {
        return now;
    }

    /** Tries each name that can be seen to be free; returns the last inspection, with what was found besides. */
    Inspection run() throws SQLException {
        for (Claim claim : settings.toProbe(now.claims())) {
            SqlName name = resolved(claim.name());
            if (probes.containsKey(name) || taken.containsKey(name)) {
                continue;
            }
            if (name.schema() == null) {
                told(name, Probe.Outcome.NOT_PROBED, "no schema on the search path");
            } else if (now.damaged()) {
                told(name, Probe.Outcome.NOT_PROBED, "the catalog is damaged: each failed CREATE can do harm");
            } else if (!now.taken(name)) {
                probe(claim, name, name.schema());
            } else {
                taken.put(name, new Taken(claim, name.schema(), ""));
            }
        }
        return now;
    }

    /** Says of the others what they are now that this run has removed what it may; returns what was found besides. */
    List<CatalogFinding> afterRemovals() throws SQLException {
        if (taken.isEmpty()) {
            return List.of();
        }
        boolean damagedBefore = now.damaged();
        met.clear();
        lookAgain();
        for (Map.Entry<SqlName, Taken> each : List.copyOf(taken.entrySet())) {
            SqlName name = each.getKey();
            if (now.taken(name)) {
                told(name, Probe.Outcome.TAKEN, each.getValue().words());
            } else if (now.damaged()) {
                told(name, Probe.Outcome.NOT_PROBED, "the catalog is damaged: each failed CREATE can do harm");
            } else {
                taken.remove(name);
                probe(each.getValue().claim(), name, each.getValue().schema());
                Taken again = taken.get(name);
                if (again != null) {
                    told(name, Probe.Outcome.TAKEN, again.words());
                }
            }
        }
        Stream<CatalogFinding> damage = damagedBefore
                ? Stream.empty()
                : now.findings().stream().filter(finding -> finding.code().damage() && !met.contains(finding));
        return Stream.concat(met.stream(), damage).toList();
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
                taken(claim, name, schema, attempt);
            }
            case UNSEEN -> unseen(claim, name, schema, attempt);
            case FAILED -> told(name, Probe.Outcome.NOT_PROBED, attempt.words());
        }
    }

    /** Looks again in a new transaction: whoever created it may have committed just now. */
    private boolean explained(SqlName name) throws SQLException {
        lookAgain();
        return now.damaged() || now.taken(name);
    }

    private void taken(Claim claim, SqlName name, String schema, Trial attempt) {
        if (now.taken(name)) {
            taken.put(name, new Taken(claim, schema, attempt.words()));
        } else {
            told(name, Probe.Outcome.TAKEN, attempt.words());
        }
    }

    private void unseen(Claim claim, SqlName name, String schema, Trial attempt) throws SQLException {
        if (explained(name) && now.damaged()) {
            told(name, Probe.Outcome.INVISIBLE, attempt.words());
        } else if (now.taken(name)) {
            taken(claim, name, schema, attempt);
        } else if (attempt.undisturbed()) {
            String evidence = "a CREATE of " + name
                    + " failed while no other transaction was at work, and nothing of that name is to be seen: "
                    + attempt.words();
            TornRow row = new TornRow("pg_type", name.schema(), name.name(), evidence, false);
            found(new InvisibleRow(List.of(row), List.of(), List.of(), claim));
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
            found(creation(holder, claim));
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

    private void found(CatalogFinding finding) {
        met.add(finding);
        now = now.with(finding);
    }

    private static CatalogFinding creation(Creator holder, Claim demanded) {
        return holder.prepared() ? new PreparedCreation(holder) : new UncommittedCreation(holder, demanded);
    }

    private void lookAgain() throws SQLException {
        now = Inspection.of(connection, settings);
    }

    private void told(SqlName name, Probe.Outcome outcome, String detail) {
        Probe probe = probe(name, outcome, detail);
        probes.put(name, probe);
        settings.progress().probed(probe);
    }

    private static Probe probe(SqlName name, Probe.Outcome outcome, String detail) {
        return new Probe(name.schema(), name.name(), name.toString(), outcome, detail);
    }

    private SqlName resolved(SqlName name) {
        return resolved(name, now);
    }

    /** A bare name is created in the first schema of the search path. */
    private static SqlName resolved(SqlName name, Inspection inspection) {
        CatalogSnapshot snapshot = inspection.snapshot();
        String stored = snapshot.storedNames().getOrDefault(name.name(), name.name());
        List<String> path = snapshot.server().searchPath();
        String schema = name.schema() != null || path.isEmpty() ? name.schema() : path.get(0);
        return new SqlName(schema, stored);
    }
}
