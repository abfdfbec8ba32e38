package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.reset.form.DatabaseForm;
import io.github.cleanstaletypes.internal.reset.form.FormRefusal;
import io.github.cleanstaletypes.internal.reset.form.FormRefusals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts into words what a new database has from the former one, and what it has not. Stateless. */
final class CarriedForm {

    private CarriedForm() {}

    /** What it has, in a few words each. */
    static List<String> inWords(DatabaseForm form) {
        List<String> carried = new ArrayList<>();
        carried.add("owner " + form.owner());
        carried.add("encoding " + form.encoding());
        carried.add("locale");
        if (form.tablespace() != null) {
            carried.add("tablespace " + form.tablespace());
        }
        if (form.connectionLimit() >= 0) {
            carried.add("connection limit " + form.connectionLimit());
        }
        if (!form.settings().isEmpty()) {
            carried.add("settings: " + form.settings().size());
        }
        carried.add("privileges");
        if (form.comment() != null) {
            carried.add("comment");
        }
        if (!form.content().defaults().isEmpty()) {
            carried.add("default privileges: " + form.content().defaults().size());
        }
        String extensions = form.content().extensions().stream()
                .filter(extension -> !extension.name().equals("plpgsql"))
                .map(extension -> extension.name() + " " + extension.version())
                .collect(Collectors.joining(", "));
        if (!extensions.isEmpty()) {
            carried.add("extensions " + extensions);
        }
        return carried;
    }

    /** What is left out, and why. */
    static List<String> leftOut(DatabaseForm form) {
        return FormRefusals.of(form).stream()
                .filter(refusal -> refusal.kind() == FormRefusal.Kind.LISTED)
                .map(refusal -> refusal.what() + ": " + refusal.why())
                .toList();
    }
}
