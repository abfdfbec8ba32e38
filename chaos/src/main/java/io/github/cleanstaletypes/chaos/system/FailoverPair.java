package io.github.cleanstaletypes.chaos.system;

import io.github.cleanstaletypes.testing.Directories;
import io.github.cleanstaletypes.testing.MemoryDirectory;
import io.github.cleanstaletypes.testing.PrivateServer;
import java.nio.file.Path;
import java.util.List;

/**
 * A run has these two for itself: a primary, and a standby that shows each commit before that is acknowledged. The primary can be lost, or be
 * cut off from the world and live on. Not thread-safe.
 */
public final class FailoverPair implements AutoCloseable {

    private static final String ROOT = "postgres";

    private final OwnServer primary;
    private final Path home;
    private final PrivateServer standby;
    private final Proxy world;

    private FailoverPair(OwnServer primary, Path home, PrivateServer standby) {
        this.primary = primary;
        this.home = home;
        this.standby = standby;
        this.world = Proxy.before(primary.port());
    }

    /** Starts both, of this version. */
    public static FailoverPair start(String version) {
        OwnServer primary = OwnServer.start(version);
        Path home = MemoryDirectory.create();
        FailoverPair pair = new FailoverPair(primary, home, primary.standbyIn(home));
        try {
            pair.standby.start();
            return pair;
        } catch (RuntimeException e) {
            try (pair) {
                throw e;
            }
        }
    }

    /** Makes the database {@code app}, as the world reaches it. */
    public Database createDatabase() {
        return primary.createDatabase().reachedAt(reached(world));
    }

    /** Returns the server that is the primary at first. */
    public OwnServer primary() {
        return primary;
    }

    /** Returns a way of its own to the first primary, which can be cut while others are not. */
    public Proxy way() {
        return Proxy.before(primary.port());
    }

    /** Returns the ports of both servers for a client that comes by this way. */
    public List<Integer> reached(Proxy way) {
        return List.of(way.port(), standby.port());
    }

    /** Kills the first primary by SIGKILL. */
    public void lose() {
        primary.killHard();
        cutOff();
    }

    /** Cuts the first primary off from the world: whoever is connected is gone, and nobody gets in. It does not notice. */
    public void cutOff() {
        world.close();
    }

    /** Makes the standby the primary, and waits until it is. */
    public void promote() {
        new Database(standby.port(), ROOT).execute("SELECT pg_catalog.pg_promote()");
        Await.until(
                "the standby is the primary",
                () -> new Database(standby.port(), ROOT).holds("NOT pg_catalog.pg_is_in_recovery()"));
    }

    @Override
    public void close() {
        world.close();
        try (primary) {
            standby.close();
            Directories.delete(home);
        }
    }
}
