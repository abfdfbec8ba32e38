package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.value.ContentForm;
import io.github.cleanstaletypes.internal.reset.form.value.ExtensionForm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts extensions into an order in which each comes after those that it needs. Stateless. */
final class ExtensionOrder {

    private ExtensionOrder() {}

    /** All of them; what needs one that is not there, or needs itself, comes last. */
    static List<ExtensionForm> of(ContentForm content) {
        List<ExtensionForm> ordered = new ArrayList<>();
        Set<ExtensionForm> left = new LinkedHashSet<>(content.extensions());
        ExtensionForm language = content.extension(ExtensionForm.EVERYWHERE);
        if (language != null && left.remove(language)) {
            // scripts of others may be in it, which the catalog does not tell
            ordered.add(language);
        }
        boolean more = true;
        while (more) {
            List<String> there = ordered.stream().map(ExtensionForm::name).toList();
            List<ExtensionForm> next = left.stream()
                    .filter(extension -> there.containsAll(extension.after()))
                    .toList();
            ordered.addAll(next);
            next.forEach(left::remove);
            more = !next.isEmpty();
        }
        ordered.addAll(left);
        return ordered;
    }
}
