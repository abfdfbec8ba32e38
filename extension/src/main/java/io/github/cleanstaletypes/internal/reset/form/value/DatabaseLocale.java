package io.github.cleanstaletypes.internal.reset.form.value;

import org.jspecify.annotations.Nullable;

/**
 * How a database sorts and classifies characters. Immutable.
 *
 * @param provider as {@code pg_database} has it: {@code c} for libc, {@code i} for ICU, {@code b} for the server's own
 * @param collate libc's {@code LC_COLLATE}
 * @param ctype libc's {@code LC_CTYPE}
 * @param locale the locale of ICU or of the server's own provider
 * @param rules what is added to ICU's rules
 * @param version the version of the collation that is recorded
 * @param actual the version that the machine has by now
 */
public record DatabaseLocale(
        String provider,
        String collate,
        String ctype,
        @Nullable String locale,
        @Nullable String rules,
        @Nullable String version,
        @Nullable String actual) {

    /** The locale as far as it matters: by version 16 on, the server writes {@code de_DE} of ICU as {@code de-DE}. */
    @Nullable
    public String comparable() {
        return locale == null || !provider.equals("i") ? locale : locale.replace('_', '-');
    }

    /** The same with the version that an empty database should have. */
    public DatabaseLocale fresh() {
        return new DatabaseLocale(provider, collate, ctype, locale, rules, freshVersion(), actual);
    }

    /** The version that an empty database should have: nothing in it was sorted by an older one. */
    @Nullable
    public String freshVersion() {
        return actual == null ? version : actual;
    }
}
