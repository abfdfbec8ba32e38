package io.github.cleanstaletypes.proof.interleaving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where the other session's steps are placed.
 *
 * @param places before which of our round trips each of them is played, from 1 on; a number that we never reach is after our end
 * @param commits whether the last of them is a COMMIT
 */
record Schedule(List<Integer> places, boolean commits) {

    /** All of them before our first round trip. */
    static Schedule first(Script script) {
        return new Schedule(Collections.nCopies(script.steps().size(), 1), script.commits());
    }

    /** All of them after our end. */
    static Schedule last(Script script) {
        return new Schedule(Collections.nCopies(script.steps().size(), Integer.MAX_VALUE), script.commits());
    }

    /** All that there are while our round trips are these. */
    static List<Schedule> all(Script script, Gates gates) {
        List<Schedule> all = new ArrayList<>();
        for (Optional<Schedule> each = Optional.of(first(script));
                each.isPresent();
                each = each.get().next(gates)) {
            all.add(each.get());
        }
        return all;
    }

    /**
     * The next one in lexical order.
     *
     * @param gates those of our round trips in this one
     */
    Optional<Schedule> next(Gates gates) {
        for (int i = places.size() - 1; i >= 0; i--) {
            if (places.get(i) < gates.end()) {
                List<Integer> next = new ArrayList<>(places.subList(0, i));
                int place = places.get(i) + 1;
                for (int k = i; k < places.size(); k++) {
                    place = gates.from(place, commits && k == places.size() - 1);
                    next.add(place);
                }
                return Optional.of(new Schedule(next, commits));
            }
        }
        return Optional.empty();
    }
}
