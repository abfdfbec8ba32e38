package io.github.cleanstaletypes.junit;

import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tells which database belongs to a test class, for test suites that keep it somewhere of their own. Registered by its name in
 * {@code META-INF/services/io.github.cleanstaletypes.junit.DatabaseProvider}; it is asked before the fields of the class are looked at.
 *
 * <p>A new instance is made for each test class that asks. It is called before the class's {@code @BeforeAll} methods.
 */
@FunctionalInterface
public interface DatabaseProvider {

    /** The database of this class, or empty to leave it to the fields of the class. */
    Optional<DataSource> databaseFor(ExtensionContext context);
}
