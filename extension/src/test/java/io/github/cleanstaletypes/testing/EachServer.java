package io.github.cleanstaletypes.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test once on each PostgreSQL version that behaves differently; the test takes a {@link PostgresServer}.
 *
 * <p>The system property {@code postgres.versions} ({@code 14.22,18.6}) names others for tests that name none.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(EachServerProvider.class)
public @interface EachServer {

    /** The versions that this test is about, such as {@code 14.22}; by default one that locks no types and one that does. */
    String[] value() default {};

    /**
     * On how many of them a test runs that has no reason to fail on one alone; the seed of {@link LongForm} chooses which. On all by
     * default, and in the long form.
     */
    int sample() default Integer.MAX_VALUE;
}
