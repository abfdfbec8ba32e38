package io.github.cleanstaletypes.proof.interleaving;

import io.github.cleanstaletypes.race.OneConnection;
import io.github.cleanstaletypes.race.Onlooker;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Plays interleavings in one database, in which nobody else is. Of one thread. */
final class Player implements AutoCloseable {

    private final TestDatabase database;
    private final Onlooker onlooker;
    private final OneConnection own;
    private final Judge judge;

    Player(PostgresServer server) throws Exception {
        database = server.createDatabase();
        onlooker = new Onlooker(server);
        // our waits are a half of this: a step of ours that waits for one of the other's that comes later ends soon
        database.execute("ALTER DATABASE " + database.name() + " SET deadlock_timeout = '60ms'");
        database.awaitNobodyConnected();
        own = new OneConnection(database);
        judge = new Judge(own);
    }

    /** Plays one, and judges it. */
    PlayVerdict play(Protocol protocol, Script script, Schedule schedule) throws Exception {
        String oid = prepare(protocol, script.kind());
        Played played = play(protocol, script, schedule.places(), oid);
        try {
            judge.judge(played);
        } catch (SQLException | AssertionError e) {
            String where = protocol.words(database.server()) + ", " + script + ", at " + played.playedAt();
            return new PlayVerdict(played.trips(), where + " on " + database.server() + ": " + e.getMessage() + played);
        }
        return new PlayVerdict(played.trips(), null);
    }

    private String prepare(Protocol protocol, Kind kind) throws Exception {
        own.execute(
                "RESET ALL; DROP SCHEMA IF EXISTS race, elsewhere CASCADE; CREATE SCHEMA race; CREATE SCHEMA elsewhere; "
                        + kind.ground() + protocol.setup(kind));
        String types =
                "SELECT oid FROM pg_type WHERE typname ~ '^(stale_\\d+_)?mood$' AND typnamespace = 'race'::regnamespace";
        String oid =
                Objects.requireNonNull(own.queryText(kind == Kind.INDEX ? "SELECT " + kind.oid() + "::oid" : types));
        judge.expect(oid, kind);
        return oid;
    }

    private Played play(Protocol protocol, Script script, List<Integer> places, String oid) throws Exception {
        try (OtherSide other = new OtherSide(database, onlooker, protocol.resident(), script.steps())) {
            try (OurSide ours = new OurSide(protocol, own, onlooker)) {
                for (OurSide.State state = ours.await(); state != OurSide.State.OVER; state = ours.await()) {
                    int gate = ours.trips().size() + (state == OurSide.State.WAITING ? 1 : 0);
                    while (!other.over() && places.get(other.playedAt().size()) <= gate) {
                        other.play(gate);
                        if (state == OurSide.State.WAITING) {
                            break;
                        }
                    }
                    other.leave();
                    if (state == OurSide.State.STOPPED) {
                        ours.goOn();
                    }
                }
                List<Result> results = ours.results();
                while (!other.over()) {
                    other.play(ours.trips().size() + 1);
                }
                return new Played(script, oid, ours.trips(), other.playedAt(), results, other.failures());
            }
        }
    }

    @Override
    public void close() throws SQLException {
        own.close();
        onlooker.close();
        database.close();
    }
}
