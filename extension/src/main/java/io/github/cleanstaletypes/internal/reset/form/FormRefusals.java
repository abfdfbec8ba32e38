package io.github.cleanstaletypes.internal.reset.form;

import java.util.Comparator;
import java.util.List;

/** Says what of a form a new database cannot have, before anything is done. Stateless. */
public final class FormRefusals {

    private FormRefusals() {}

    /** All of them, those first because of which nothing is to be done. */
    public static List<FormRefusal> of(DatabaseForm form) {
        return parts(form).refusals().stream()
                .sorted(Comparator.comparing(FormRefusal::kind))
                .toList();
    }

    static FormParts parts(DatabaseForm form) {
        FormParts parts = new FormParts();
        SharedParts.add(form, parts);
        new ContentParts(form, parts).add();
        return parts;
    }
}
