package io.github.cleanstaletypes.internal.reset.form;

import org.jspecify.annotations.Nullable;

/**
 * One privilege that one role has given to another one. Immutable.
 *
 * @param grantor who gave it
 * @param grantee who has it, or null for everybody
 * @param privilege such as {@code CONNECT}
 * @param grantable whether the grantee may give it on
 * @param repeatable whether this role can give it again in the grantor's name
 */
public record Grant(
        String grantor, @Nullable String grantee, String privilege, boolean grantable, boolean repeatable) {}
