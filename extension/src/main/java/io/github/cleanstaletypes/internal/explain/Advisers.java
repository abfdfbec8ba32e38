package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.error.Cause;
import java.util.List;
import java.util.Optional;

/** Lists which kinds of situation an error can come of, the rarer ones first; the last one of each list always has an answer. */
final class Advisers {

    private Advisers() {}

    static Advice advise(Situation situation) {
        return of(situation.cause()).stream()
                .map(adviser -> adviser.advise(situation))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is said of " + situation.cause()));
    }

    private static List<Adviser> of(Cause cause) {
        return switch (cause) {
            case TYPE_RACE, RELATION_RACE -> List.of(MigratorsTable::advise, Races::overNames);
            case SCHEMA_RACE -> List.of(Races.over("schema", "CREATE SCHEMA IF NOT EXISTS"));
            case EXTENSION_RACE -> List.of(Races.over("extension", "CREATE EXTENSION IF NOT EXISTS"));
            case FUNCTION_RACE -> List.of(Races.over("function", "CREATE OR REPLACE FUNCTION"));
            case DATABASE_RACE -> List.of(Races.over("database", "CREATE DATABASE"));
            case ROLE_RACE -> List.of(Races.over("role", "CREATE ROLE"));
            case CATALOG_RACE -> List.of(Races::overAnything);
            case CONCURRENT_CATALOG_UPDATE -> List.of(Races::overOneRow);
            case DEADLOCK -> List.of(Waits::forEachOther);
            case LOCK_TIMEOUT -> List.of(Waits::forLock);
            case STATEMENT_TIMEOUT -> List.of(Waits::tooLong);
            case TYPE_EXISTS -> existing("type");
            case RELATION_EXISTS -> existing("relation");
            case OBJECT_EXISTS -> existing("object");
            case EXTENSION_EXISTS -> List.of(Repeatable.exists("extension", "CREATE EXTENSION IF NOT EXISTS"));
            case ROLE_EXISTS -> List.of(Repeatable.exists("role", "a look into pg_roles before CREATE ROLE"));
            case ENUM_LABEL_EXISTS -> List.of(Repeatable.exists("enum label", "ALTER TYPE … ADD VALUE IF NOT EXISTS"));
            case SCHEMA_EXISTS -> List.of(Repeatable.exists("schema", "CREATE SCHEMA IF NOT EXISTS"));
            case FUNCTION_EXISTS -> List.of(Repeatable.exists("function", "CREATE OR REPLACE FUNCTION"));
            case DATABASE_EXISTS ->
                List.of(Repeatable.exists("database", "a look into pg_database before CREATE DATABASE"));
            case ENUM_LABEL_TWICE -> List.of(Repeatable::labelTwice);
            case POLICY_EXISTS,
                    TRIGGER_EXISTS,
                    CONSTRAINT_EXISTS,
                    PUBLICATION_EXISTS,
                    SUBSCRIPTION_EXISTS,
                    SLOT_EXISTS,
                    COLUMN_EXISTS,
                    PRIMARY_KEY_EXISTS ->
                List.of(RestoredOver::advise, InSpite::advise, ThingExists::advise, Existing.of("object"));
            case DUPLICATE_ROWS -> List.of(DuplicateRows::advise);
            case DEPENDENT_OBJECTS -> List.of(EnumSwap::advise, Dependents::advise);
            case INCOMPLETE_DETACH -> List.of(EarlierRuns::detaching);
            case LOST_TYPE, LOST_RELATION -> List.of(Lost::advise);
            case EARLIER_FAILURE -> List.of(EarlierRuns::failed);
            case VALIDATION_FAILED -> List.of(EarlierRuns::notValid);
            case CONCURRENT_MIGRATION -> List.of(EarlierRuns::running);
            case SCHEMA_NOT_EMPTY, KNEX_LOCK, LIQUIBASE_LOCK ->
                List.of(situation -> Optional.of(ToolAdvice.on(
                        situation.first(), situation.context(), situation.results(), situation.looked())));
        };
    }

    private static List<Adviser> existing(String kind) {
        return List.of(
                RestoredOver::advise,
                TemporaryTable::advise,
                MigratorsTable::advise,
                InSpite::advise,
                SchemaNotTold::advise,
                EnumSwap::advise,
                ThingExists::advise,
                IndexOfTable::advise,
                MadeTwice.of(kind),
                Existing.of(kind));
    }
}
