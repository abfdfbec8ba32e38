package io.github.cleanstaletypes.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs classes as JUnit would, and tells what came of it. */
final class Suite {

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Class<?>[] classes;

    private Suite(Class<?>... classes) {
        this.classes = classes;
    }

    static Suite of(Class<?>... classes) {
        return new Suite(classes);
    }

    /** With a configuration parameter, as in {@code junit-platform.properties}. */
    Suite with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    Suite withAutodetection() {
        return with("junit.jupiter.extensions.autodetection.enabled", "true");
    }

    Ran run() {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
        for (Class<?> type : classes) {
            kit.selectors(selectClass(type));
        }
        parameters.forEach(kit::configurationParameter);
        return new Ran(kit.execute());
    }

    record Ran(EngineExecutionResults results) {

        /** How many tests were run and succeeded; fails if anything failed. */
        long succeeded() {
            results.allEvents().failed().stream().findFirst().ifPresent(event -> {
                throw new AssertionError(event.toString(), failure(event).orElse(null));
            });
            return results.testEvents().succeeded().count();
        }

        /** The only failure there is. */
        Throwable failure() {
            List<Event> failed = results.allEvents().failed().list();
            if (failed.size() != 1) {
                throw new AssertionError(failed.size() + " failures, not one: " + failed);
            }
            return failure(failed.get(0)).orElseThrow();
        }

        /** What is told of findings, and why nothing was done about them. */
        String explained() {
            return results.allEvents().reportingEntryPublished().stream()
                    .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                    .map(entry -> String.valueOf(entry.get("explanation")))
                    .collect(Collectors.joining("\n"));
        }

        /** What is reported of findings, in words {@code CODE name outcome}. */
        List<String> reported() {
            return results.allEvents().reportingEntryPublished().stream()
                    .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                    .filter(entry -> entry.containsKey("clean-stale-types"))
                    .map(entry -> entry.get("clean-stale-types") + " " + entry.get("name") + " " + entry.get("outcome"))
                    .toList();
        }

        private static Optional<Throwable> failure(Event event) {
            return event.getPayload(TestExecutionResult.class).flatMap(TestExecutionResult::getThrowable);
        }
    }
}
