package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.FormRefusal.Kind;
import java.util.ArrayList;
import java.util.List;

/** Says what of a form a new database cannot have, before anything is done. Stateless. */
public final class FormRefusals {

    private FormRefusals() {}

    /** All of them, those first because of which nothing is to be done. */
    public static List<FormRefusal> of(DatabaseForm form) {
        List<FormRefusal> refusals = new ArrayList<>();
        if (!form.rights().owner()) {
            refusals.add(new FormRefusal(
                    Kind.REFUSED,
                    "owner " + form.owner(),
                    form.rights().role() + " cannot make a database for this role; it must be able to SET ROLE to it"));
        }
        return refusals;
    }
}
