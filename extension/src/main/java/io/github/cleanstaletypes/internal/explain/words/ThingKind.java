package io.github.cleanstaletypes.internal.explain.words;

import io.github.cleanstaletypes.internal.error.Cause;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kinds of objects that are neither types nor relations: where they are to be seen, and how a statement can run twice. */
public enum ThingKind {
    POLICY("policy", "\\d %2$s, or pg_policies", "DROP POLICY IF EXISTS %1$s ON %2$s; before the CREATE"),
    TRIGGER(
            "trigger",
            "\\d %2$s",
            "CREATE OR REPLACE TRIGGER, or DROP TRIGGER IF EXISTS %1$s ON %2$s; before the CREATE"),
    CONSTRAINT(
            "constraint",
            "\\d %2$s",
            "ALTER TABLE %2$s DROP CONSTRAINT IF EXISTS %1$s; before ADD CONSTRAINT, which checks all rows again"),
    RULE("rule", "\\d %2$s", "CREATE OR REPLACE RULE"),
    COLUMN("column", "\\d %2$s", "ALTER TABLE %2$s ADD COLUMN IF NOT EXISTS, which does not look at the column's type"),
    PRIMARY_KEY("primary key", "\\d %1$s", "leave the key out of the statement that comes second"),
    PUBLICATION(
            "publication",
            "\\dRp+ %1$s",
            "ALTER PUBLICATION %1$s SET TABLE …, after a look into pg_publication; dropping it stops its subscribers"),
    SUBSCRIPTION(
            "subscription",
            "\\dRs+ %1$s",
            "a look into pg_subscription before; each subscriber needs a name of its own"),
    SLOT(
            "replication slot",
            "SELECT * FROM pg_replication_slots",
            "a look into pg_replication_slots before; if nobody will read from it any more, pg_drop_replication_slot, since it keeps"
                    + " WAL; if it is in use, the other consumer needs it: take another name"),
    EVENT_TRIGGER("event trigger", "\\dy %1$s", "DROP EVENT TRIGGER IF EXISTS %1$s; before the CREATE"),
    SERVER("server", "\\des+ %1$s", "CREATE SERVER IF NOT EXISTS"),
    FOREIGN_DATA_WRAPPER("foreign-data wrapper", "\\dew+ %1$s", "a look into pg_foreign_data_wrapper before"),
    USER_MAPPING("user mapping", "\\deu+", "CREATE USER MAPPING IF NOT EXISTS"),
    LANGUAGE("language", "\\dL %1$s", "CREATE OR REPLACE LANGUAGE"),
    STATISTICS("statistics object", "\\dX %1$s", "CREATE STATISTICS IF NOT EXISTS"),
    COLLATION("collation", "\\dO %1$s", "CREATE COLLATION IF NOT EXISTS"),
    TABLESPACE("tablespace", "\\db %1$s", "a look into pg_tablespace before");

    private final String word;
    private final String look;
    private final String twice;

    ThingKind(String word, String look, String twice) {
        this.word = word;
        this.look = look;
        this.twice = twice;
    }

    /** What it is called. */
    public String word() {
        return word;
    }

    /**
     * Where it is to be seen.
     *
     * @param name its name as SQL writes it
     * @param table its table as SQL writes it
     */
    public String look(String name, String table) {
        return look.formatted(name, table);
    }

    /** How to have a statement that can run twice. */
    public String twice(String name, String table) {
        return twice.formatted(name, table);
    }

    /** The kind that an error is about, by its cause or by the word that the reader has for it. */
    public static Optional<ThingKind> of(Cause cause, @Nullable String word) {
        return switch (cause) {
            case POLICY_EXISTS -> Optional.of(POLICY);
            case TRIGGER_EXISTS -> Optional.of(TRIGGER);
            case CONSTRAINT_EXISTS -> Optional.of(CONSTRAINT);
            case COLUMN_EXISTS -> Optional.of(COLUMN);
            case PRIMARY_KEY_EXISTS -> Optional.of(PRIMARY_KEY);
            case PUBLICATION_EXISTS -> Optional.of(PUBLICATION);
            case SUBSCRIPTION_EXISTS -> Optional.of(SUBSCRIPTION);
            case SLOT_EXISTS -> Optional.of(SLOT);
            default ->
                word == null
                        ? Optional.empty()
                        : Arrays.stream(values())
                                .filter(kind -> kind.word.equals(word))
                                .findFirst();
        };
    }
}
