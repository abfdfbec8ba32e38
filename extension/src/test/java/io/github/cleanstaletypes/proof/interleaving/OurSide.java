package io.github.cleanstaletypes.proof.interleaving;

import io.github.cleanstaletypes.race.OneConnection;
import io.github.cleanstaletypes.race.Onlooker;
import io.github.cleanstaletypes.race.Tap;
import io.github.cleanstaletypes.race.Tapped;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The product in a thread of its own, which stops before each of its round trips. Of the thread that plays. */
final class OurSide implements Tap, AutoCloseable {

    /** Where it is. */
    enum State {
        /** Stopped before a round trip. */
        STOPPED,
        /** Waits for a lock. */
        WAITING,
        OVER
    }

    private static final int GLANCE_MILLIS = 3;
    private static final String END = "";

    private final Onlooker onlooker;
    private final int pid;
    private final List<String> trips = new ArrayList<>();
    private final BlockingQueue<String> reached = new ArrayBlockingQueue<>(1);
    private final Semaphore permits = new Semaphore(0);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<List<Result>> results;

    OurSide(Protocol protocol, OneConnection own, Onlooker onlooker) throws Exception {
        this.onlooker = onlooker;
        this.pid = own.pid();
        this.results = thread.submit(() -> {
            try {
                return protocol.run(Tapped.dataSource(own.dataSource(), this, Integer.MAX_VALUE));
            } finally {
                reached.put(END);
            }
        });
    }

    @Override
    public void before(int number, String statement) throws Exception {
        reached.put(statement);
        permits.acquire();
    }

    /** Waits until it has come to one of these states. */
    State await() throws Exception {
        for (int glance = 1; ; glance++) {
            String trip = reached.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            if (trip != null) {
                if (trip.equals(END)) {
                    return State.OVER;
                }
                trips.add(trip);
                return State.STOPPED;
            }
            if (onlooker.waitsForLock(pid)) {
                return State.WAITING;
            }
            if (glance * GLANCE_MILLIS > Wait.LIMIT.toMillis()) {
                throw new AssertionError("it has come to no end after " + trips);
            }
        }
    }

    void goOn() {
        permits.release();
    }

    /** The round trips so far. */
    List<String> trips() {
        return trips;
    }

    List<Result> results() throws Exception {
        return Wait.forResult("the removal", results);
    }

    /** Lets it run to its end, so that its session is free. */
    @Override
    public void close() {
        permits.release(1_000_000);
        Wait.until("the removal is over", () -> {
            reached.clear();
            return results.isDone();
        });
        thread.shutdown();
    }
}
