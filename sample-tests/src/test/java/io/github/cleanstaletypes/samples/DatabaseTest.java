package io.github.cleanstaletypes.samples;

import io.github.cleanstaletypes.junit.CleanStaleTypes;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Classes with this annotation migrate one database, so they take turns also where classes run in parallel. */
// tag::lock
@CleanStaleTypes("accounts_user")
@ResourceLock("the shared database")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface DatabaseTest {}
// end::lock
