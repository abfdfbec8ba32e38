package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.report.CleanupReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Does what {@link CleanStaleTypes} says. Public only for JUnit, which loads it by its name where
 * {@code junit.jupiter.extensions.autodetection.enabled} is set: then it works for classes without the annotation too, and is silent where
 * no name is claimed, or no database or several are found. It has no state: what it knows of a class is in the class's store.
 */
public final class CleanStaleTypesExtension
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                BeforeTestExecutionCallback,
                AfterAllCallback,
                ParameterResolver,
                LifecycleMethodExecutionExceptionHandler,
                TestExecutionExceptionHandler,
                TestWatcher {

    private static final Namespace NAMESPACE = Namespace.create(CleanStaleTypesExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        cleanOnce(context);
    }

    /** With one instance per class this comes before {@link #beforeAll}: what makes the instance may already migrate, as Spring does. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            cleanOnce(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        lock(context).ifPresent(ExclusiveLock::enter);
        Cleaning cleaning = store(context).get(Cleaning.class, Cleaning.class);
        if (cleaning == null || cleaning.wanted().when() != When.BEFORE_EACH) {
            return;
        }
        try {
            run(cleaning, context);
        } catch (Misuse e) {
            throw problem(context.getRequiredTestClass(), true, e);
        }
    }

    /** The first test of an exclusive class begins: what migrates has migrated. */
    @Override
    public void beforeTestExecution(ExtensionContext context) {
        release(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        release(context);
    }

    private static void release(ExtensionContext context) {
        try {
            lock(context).ifPresent(ExclusiveLock::release);
        } catch (Misuse e) {
            throw problem(context.getRequiredTestClass(), true, e);
        }
    }

    private static Optional<ExclusiveLock> lock(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(ExclusiveLock.class, ExclusiveLock.class));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CleanupReport.class;
    }

    @Override
    public CleanupReport resolveParameter(ParameterContext parameter, ExtensionContext context) {
        CleanupReport report = store(context).get(CleanupReport.class, CleanupReport.class);
        if (report == null) {
            throw new ParameterResolutionException("There is no CleanupReport: nothing was cleaned for "
                    + context.getRequiredTestClass().getName() + ", which has no @CleanStaleTypes");
        }
        return report;
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw explained(context, failure);
    }

    /** Hears of what no handler sees: a framework that fails to make the instance, such as Spring to load its context. */
    @Override
    public void testFailed(ExtensionContext context, Throwable failure) {
        explained(context, failure);
    }

    private static Throwable explained(ExtensionContext context, Throwable failure) {
        Explained.attach(failure, store(context).get(Cleaning.class, Cleaning.class));
        try {
            lock(context).ifPresent(ExclusiveLock::release);
        } catch (Misuse lost) {
            failure.addSuppressed(lost);
        }
        return failure;
    }

    private static void cleanOnce(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        if (testClass.equals(store(context).get(Class.class))) {
            return;
        }
        store(context).put(Class.class, testClass);
        Optional<CleanStaleTypes> annotation = AnnotationSupport.findAnnotation(testClass, CleanStaleTypes.class);
        boolean nested = store(context).get(Cleaning.class) != null;
        if (annotation.isEmpty() && nested) {
            return;
        }
        try {
            Cleaning cleaning = annotation.isPresent() ? asked(annotation.get(), context) : unasked(context);
            if (cleaning != null) {
                store(context).put(Cleaning.class, cleaning);
                if (cleaning.wanted().exclusive()) {
                    takeLock(cleaning, context);
                }
                run(cleaning, context);
            }
        } catch (Misuse e) {
            throw problem(testClass, annotation.isPresent(), e);
        }
    }

    /** A nested class may still be under the lock of the one around it, if both are about the same database. */
    private static void takeLock(Cleaning cleaning, ExtensionContext context) {
        ExclusiveLock around = lock(context).orElse(null);
        if (around == null || !around.isHeldFor(cleaning.database())) {
            store(context).put(ExclusiveLock.class, ExclusiveLock.take(cleaning.database(), cleaning.wanted()));
        }
    }

    private static Cleaning asked(CleanStaleTypes annotation, ExtensionContext context) {
        CleaningRequest wanted = CleaningRequest.of(annotation, context);
        if (asksForNothing(wanted, context)) {
            throw new Misuse(
                    "it claims no name, and there are no migrations in classpath:db/migration; write, for example,"
                            + " @CleanStaleTypes(\"accounts_user\")");
        }
        return new Cleaning(wanted, new Lookup(context).database(wanted.field()), loader(context));
    }

    private static @Nullable Cleaning unasked(ExtensionContext context) {
        CleaningRequest wanted = CleaningRequest.of(null, context);
        if (asksForNothing(wanted, context)) {
            return null;
        }
        return new Lookup(context)
                .databaseIfClear()
                .map(database -> new Cleaning(wanted, database, loader(context)))
                .orElse(null);
    }

    private static boolean asksForNothing(CleaningRequest wanted, ExtensionContext context) {
        if (!wanted.claims().isEmpty() || wanted.freeLocks() || wanted.exclusive()) {
            return false;
        }
        try (OpenedLocations opened = OpenedLocations.open(wanted.locations(), loader(context))) {
            return opened.migrations().isEmpty();
        }
    }

    private static ClassLoader loader(ExtensionContext context) {
        return context.getRequiredTestClass().getClassLoader();
    }

    private static void run(Cleaning cleaning, ExtensionContext context) {
        store(context).put(CleanupReport.class, cleaning.run(context));
    }

    private static ExtensionConfigurationException problem(Class<?> testClass, boolean annotated, Misuse problem) {
        String who = annotated ? "@CleanStaleTypes" : "Clean Stale Types, found by JUnit's autodetection,";
        return new ExtensionConfigurationException(
                who + " on " + testClass.getName() + ": " + problem.getMessage(), problem.getCause());
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
