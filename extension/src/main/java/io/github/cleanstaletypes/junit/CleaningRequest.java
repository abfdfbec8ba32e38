package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.InvalidNameException;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.report.ClaimSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What is wanted for one test class: what its annotation says, filled up from configuration parameters.
 *
 * @param claims the names to free
 * @param locations where migrations lie whose names are to be free as well
 * @param mode what to do; never {@link Mode#CONFIGURED}
 * @param when when to do it; never {@link When#CONFIGURED}
 * @param exclusive whether the class has the database for itself until its first test
 * @param field the name of the field with the database, or empty
 * @param lockWait how long to wait for another cleaning, or null for the usual time
 * @param creatorsWait how long to wait for who is creating something, or null for the usual time
 * @param freeLocks whether to free lock rows of migration tools that nobody holds
 */
record CleaningRequest(
        List<Claim> claims,
        Locations locations,
        Mode mode,
        When when,
        boolean exclusive,
        String field,
        @Nullable Duration lockWait,
        @Nullable Duration creatorsWait,
        boolean freeLocks) {

    /** @throws Misuse if a value is wrong */
    static CleaningRequest of(@Nullable CleanStaleTypes annotation, ExtensionContext context) {
        ExtensionParameters parameters = new ExtensionParameters(context);
        return new CleaningRequest(
                claims(annotation, parameters),
                locations(annotation, parameters),
                annotation == null || annotation.mode() == Mode.CONFIGURED
                        ? parameters.constant("mode", Mode.class, Mode.CLEAN)
                        : annotation.mode(),
                annotation == null || annotation.when() == When.CONFIGURED
                        ? parameters.constant("when", When.class, When.ONCE_PER_CLASS)
                        : annotation.when(),
                (annotation != null && annotation.exclusive()) || parameters.flag("exclusive"),
                annotation == null ? "" : annotation.database(),
                parameters.time("lockWait", annotation == null ? "" : annotation.lockWait(), "lock-wait"),
                parameters.time("creatorsWait", annotation == null ? "" : annotation.creatorsWait(), "creators-wait"),
                (annotation != null && annotation.freeLocks()) || parameters.flag("free-locks"));
    }

    private static Locations locations(@Nullable CleanStaleTypes annotation, ExtensionParameters parameters) {
        if (annotation != null && annotation.migrations().length > 0) {
            return Locations.written(List.of(annotation.migrations()));
        }
        return parameters
                .text("migrations")
                .map(text -> Locations.written(List.of(text.split(","))))
                .orElse(Locations.USUAL);
    }

    private static List<Claim> claims(@Nullable CleanStaleTypes annotation, ExtensionParameters parameters) {
        try {
            if (annotation != null && annotation.value().length > 0) {
                return byHand(
                        Arrays.stream(annotation.value()).map(SqlName::parse).toList());
            }
            Optional<String> names = parameters.text("names");
            return names.isEmpty() ? List.of() : byHand(SqlName.parseList(names.get()));
        } catch (InvalidNameException e) {
            throw new Misuse(Objects.requireNonNull(e.getMessage()));
        }
    }

    private static List<Claim> byHand(List<SqlName> names) {
        return names.stream().map(name -> new Claim(name, ClaimSource.HAND)).toList();
    }
}
