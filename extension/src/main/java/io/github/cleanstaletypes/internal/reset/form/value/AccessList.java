package io.github.cleanstaletypes.internal.reset.form.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Those that this role can give again, each after the one that lets its grantor give it. */
    public List<Grant> repeatable() {
        List<Grant> given = new ArrayList<>();
        int before;
        do {
            before = given.size();
            for (Grant grant : grants) {
                if (grant.repeatable() && !given.contains(grant) && permitted(grant, given)) {
                    given.add(grant);
                }
            }
        } while (given.size() > before);
        return given;
    }

    private boolean permitted(Grant grant, List<Grant> given) {
        return grant.grantor().equals(owner)
                || given.stream()
                        .anyMatch(other -> other.grantable()
                                && other.privilege().equals(grant.privilege())
                                && grant.grantor().equals(other.grantee()));
    }

    /** Whether it is the same list, in whatever order. */
    public boolean sameAs(AccessList other) {
        return owner.equals(other.owner) && untouched == other.untouched && rows().equals(other.rows());
    }

    private Set<Grant> rows() {
        return grants.stream().map(Grant::row).collect(Collectors.toSet());
    }
}
