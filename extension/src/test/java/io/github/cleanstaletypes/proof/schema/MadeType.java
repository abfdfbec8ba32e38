package io.github.cleanstaletypes.proof.schema;

import java.util.ArrayList;
import java.util.List;

/** A type of a random schema, and what the generator knows of its uses. Not thread-safe. */
final class MadeType {

    /** Who claims a type. */
    enum Claim {
        NONE,
        /** A sweep, which takes what nothing uses when it begins. */
        SWEEP,
        /** Its name, also once its users have gone. */
        NAME
    }

    private final String schema;
    private final String name;
    private final TypeSort sort;
    private final Claim claim;
    private final List<MadeType> users = new ArrayList<>();
    private boolean used;
    private boolean unheeded;

    MadeType(String schema, String name, TypeSort sort, Claim claim) {
        this.schema = schema;
        this.name = name;
        this.sort = sort;
        this.claim = claim;
    }

    String schema() {
        return schema;
    }

    String name() {
        return name;
    }

    TypeSort sort() {
        return sort;
    }

    boolean isClaimed() {
        return claim != Claim.NONE;
    }

    /** As SQL writes it, with its schema. */
    String sql() {
        return GeneratedType.quoted(schema) + "." + GeneratedType.quoted(name);
    }

    /** From now on something uses it that the server knows of and that stays. */
    void use() {
        used = true;
    }

    /** From now on something uses it that the server does not know of, or does not heed. */
    void useUnheeded() {
        unheeded = true;
    }

    /** From now on another type uses it, which may go itself. */
    void useBy(MadeType user) {
        users.add(user);
    }

    /** Whether the server refuses to drop it. */
    boolean isKnownToBeUsed() {
        return used || !users.isEmpty();
    }

    /** Whether anything but types that go themselves uses it. */
    boolean isInUse() {
        return used || unheeded || users.stream().anyMatch(user -> !user.goes());
    }

    /** Whether cleaning removes it. */
    boolean goes() {
        return sort.isStandalone()
                && switch (claim) {
                    case NONE -> false;
                    case SWEEP -> !used && !unheeded && users.isEmpty();
                    case NAME -> !isInUse();
                };
    }

    /** Whether it goes once those that use it have gone. */
    boolean goesAfterItsUsers() {
        return goes() && !users.isEmpty();
    }

    /** Whether cleaning has to leave it, and somebody would miss it. */
    boolean stays() {
        return sort != TypeSort.SHELL && !(sort.isStandalone() && !isInUse());
    }

    @Override
    public String toString() {
        return sort + " " + sql();
    }
}
