package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.testing.TestDatabase;
import org.assertj.core.api.AbstractAssert;

/** What is said about a database in the words of this project. */
final class DatabaseAssert extends AbstractAssert<DatabaseAssert, TestDatabase> {

    private DatabaseAssert(TestDatabase database) {
        super(database, DatabaseAssert.class);
    }

    static DatabaseAssert assertThat(TestDatabase database) {
        return new DatabaseAssert(database);
    }

    DatabaseAssert hasTypeNamed(String name) {
        if (types(name) == 0) {
            failWithMessage("%s has no type named %s", actual, name);
        }
        return this;
    }

    DatabaseAssert hasNoTypeNamed(String name) {
        if (types(name) > 0) {
            failWithMessage("%s has a type named %s", actual, name);
        }
        return this;
    }

    private long types(String name) {
        return actual.queryTexts("SELECT oid FROM pg_type WHERE typname = '" + name + "'")
                .size();
    }
}
