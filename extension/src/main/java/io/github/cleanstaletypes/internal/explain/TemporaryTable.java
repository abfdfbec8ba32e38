package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.NamedThing;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.explain.words.InWords;
import java.util.List;
import java.util.Optional;

/** A temporary table that a session has made before is still there, most often since a pool gives the session to the next client. */
final class TemporaryTable {

    private TemporaryTable() {}

    static Optional<Advice> advise(Situation situation) {
        NamedObject named = situation.named();
        if (named == null || !(MeantNames.temporary(situation.first()) || onlyTemporary(situation.namesakes()))) {
            return Optional.empty();
        }
        String table = new SqlName("pg_temp", named.name()).toString();
        return Optional.of(new Advice(
                "The temporary table " + new SqlName(null, named.name())
                        + " is still there, in the session that ran the statement: it lives until its session ends, and a pool gives"
                        + " the same session to one client after the other.",
                "Begin with DROP TABLE IF EXISTS " + table
                        + "; or create it ON COMMIT DROP; or have the pool clean its sessions: DISCARD ALL when one is given back"
                        + " (PgBouncer: server_reset_query, and server_reset_query_always in transaction mode).",
                situation.namesakes().stream()
                        .filter(NamedThing::temporary)
                        .map(InWords::there)
                        .toList()));
    }

    private static boolean onlyTemporary(List<NamedThing> namesakes) {
        return !namesakes.isEmpty() && namesakes.stream().allMatch(NamedThing::temporary);
    }
}
