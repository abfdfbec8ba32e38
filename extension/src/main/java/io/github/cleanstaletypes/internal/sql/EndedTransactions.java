package io.github.cleanstaletypes.internal.sql;

import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Says which transactions of the whole server had ended at one moment, as {@code pg_current_snapshot()} writes it: a statement with that
 * snapshot sees what those have changed, and nothing else of others. So if none has ended between two moments, a query that is repeated
 * has the same answer, but for what one's own transaction has changed. Immutable.
 *
 * @param firstRunning the lowest number that had not ended (or the next one): what is below has
 * @param next what has this number or a higher one had not ended
 * @param running those between the two that had not ended, without one's own; of subtransactions only their outermost one's
 */
public record EndedTransactions(long firstRunning, long next, List<Long> running) {

    public EndedTransactions {
        running = List.copyOf(running);
    }

    /** Reads the server's form, such as {@code 742:745:742,744}. */
    public static EndedTransactions of(String snapshot) {
        String[] parts = snapshot.split(":", -1);
        List<Long> running = parts[2].isEmpty()
                ? List.of()
                : Stream.of(parts[2].split(",", -1)).map(Long::valueOf).toList();
        return new EndedTransactions(Long.parseLong(parts[0]), Long.parseLong(parts[1]), running);
    }

    /**
     * Whether no transaction has ended since that moment but one's own.
     *
     * @param own the numbers of one's own transactions since then, that of the one at hand among them
     */
    public boolean noneSince(EndedTransactions earlier, Collection<Long> own) {
        return LongStream.range(earlier.next, next).allMatch(id -> running.contains(id) || own.contains(id))
                && earlier.running.stream().allMatch(id -> running.contains(id) || own.contains(id));
    }

    /**
     * Whether every other transaction that had a number when one's own got it has ended.
     *
     * @param own the number of one's own transaction, which it has got by then
     */
    public boolean allBefore(long own) {
        return running.isEmpty() && next >= own;
    }
}
