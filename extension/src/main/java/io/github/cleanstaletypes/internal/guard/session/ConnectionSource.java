package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.sql.OpenConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Where a guard gets its connections: an address, or a pool of somebody else's. */
public interface ConnectionSource {

    /**
     * Connects, again and again while that is worth it, until the database answers.
     *
     * @param open learns of each connection before it is asked anything, so that another thread can break it off
     */
    Connection await(Duration limit, OpenConnections open, Narrator narrator) throws InterruptedException, SQLException;

    /** Connects once, in the middle of the work. */
    Connection connect() throws SQLException;

    /**
     * Makes a connection one that can hold the lock: its session may then be changed, and what closes it gives it back as it was. It fails
     * if the migration would have no connection besides.
     */
    Connection forLock(Connection connection) throws InterruptedException, SQLException;

    /** Whether its sessions are the guard's own, and may be called after it. */
    boolean own();

    /** What it is, such as {@code DATABASE_URL}. */
    String source();

    /** What to do where it leads to a pooler. */
    String wayAroundPooler();
}
