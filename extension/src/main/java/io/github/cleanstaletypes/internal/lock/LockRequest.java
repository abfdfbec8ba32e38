package io.github.cleanstaletypes.internal.lock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a guard wants to hold: the whole database, or a part of it that has a name. A part is migrated beside other parts, so its guard
 * shares the database's key with theirs, and has the name's key alone. Immutable.
 *
 * @param name the part, or null for the whole database
 * @param givesWay whether it lets those pass who wait for the whole database; not if one who is at work waits for it
 */
public record LockRequest(@Nullable LockName name, boolean givesWay) {

    /** What was asked for by whom. */
    public static LockRequest of(@Nullable LockName name) {
        return new LockRequest(name, true);
    }

    /** The same for a guard within another one's command: who waits for the whole database waits for that one, too. */
    public LockRequest withinAnother() {
        return new LockRequest(name, false);
    }

    /** Tells whether this is held already by the guard around it. */
    public boolean isCoveredBy(GuardToken outer) {
        return name == null || outer.name() == null || name.hash().equals(outer.name());
    }

    /** The keys, once it is had. */
    public List<HeldKey> keys() {
        return name == null
                ? List.of(new HeldKey(AdvisoryLock.KEY, true))
                : List.of(new HeldKey(AdvisoryLock.KEY, false), new HeldKey(name.key(), true));
    }

    /** All keys that somebody can hold who is in its way. */
    List<Long> keysInQuestion() {
        return name == null ? List.of(AdvisoryLock.KEY) : List.of(AdvisoryLock.KEY, AdvisoryLock.WAITING, name.key());
    }

    /** Tells whether this one is in its way. */
    boolean isKeptBy(LockHolder holder) {
        if (name == null || holder.key() == name.key()) {
            return true;
        }
        return holder.key() == AdvisoryLock.WAITING ? givesWay : holder.exclusive();
    }

    /** How it is told which lock is meant. */
    public String inWords() {
        return "advisory lock " + AdvisoryLock.KEY
                + (name == null ? "" : ", and " + name.key() + " for the name " + name.text());
    }
}
