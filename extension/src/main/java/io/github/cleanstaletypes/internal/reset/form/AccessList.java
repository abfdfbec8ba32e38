package io.github.cleanstaletypes.internal.reset.form;

import java.util.List;

/**
 * The privileges on one thing. Immutable.
 *
 * @param owner whose it is
 * @param untouched whether nobody has ever changed them: the catalog has NULL there, which stands for what is usual
 * @param grants those that stand in the catalog
 */
public record AccessList(String owner, boolean untouched, List<Grant> grants) {
    public AccessList {
        grants = List.copyOf(grants);
    }
}
