package io.github.cleanstaletypes.internal.reset.form;

import java.util.ArrayList;
import java.util.List;

/** Compares two databases' forms. Stateless. */
public final class FormDifference {

    private FormDifference() {}

    /**
     * What differs though it could have been carried over, a line each; what {@link FormRefusals} has told of the first one is none.
     *
     * @param before the database whose place is taken
     * @param after the new one
     */
    public static List<String> between(DatabaseForm before, DatabaseForm after) {
        List<String> differences = new ArrayList<>();
        if (!before.owner().equals(after.owner())) {
            differences.add("owner: " + before.owner() + ", now " + after.owner());
        }
        return differences;
    }
}
