package io.github.cleanstaletypes.internal.reset.form;

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
        return FormRefusals.parts(before.fresh()).differences(FormRefusals.parts(after));
    }
}
