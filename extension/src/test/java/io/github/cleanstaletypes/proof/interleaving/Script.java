package io.github.cleanstaletypes.proof.interleaving;

import java.util.ArrayList;
import java.util.List;

/**
 * What the other session does, in one transaction. Its BEGIN, which has no effect before the first statement, is sent with that.
 *
 * @param name what it is, in words
 * @param kind the kind of the type that is there
 * @param statements what it sends
 * @param commits whether it ends by COMMIT, or by ROLLBACK
 * @param effect what it has done if it has committed
 * @param probes statements that work if, and only if, what it has done is there and whole
 */
record Script(
        String name, Kind kind, List<String> statements, boolean commits, ScriptEffect effect, List<String> probes) {

    /** The steps that can be placed: each statement, and the end. */
    List<String> steps() {
        List<String> steps = new ArrayList<>(statements);
        steps.set(0, "BEGIN; " + steps.get(0));
        steps.add(commits ? "COMMIT" : "ROLLBACK");
        return steps;
    }

    /** The same, taken back in the end. */
    Script rolledBack() {
        return new Script(name, kind, statements, false, effect, probes);
    }

    @Override
    public String toString() {
        return name + (commits ? ", commit" : ", rollback");
    }
}
