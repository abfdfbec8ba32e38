package io.github.cleanstaletypes.chaos.healer;

import io.github.cleanstaletypes.chaos.healer.Healing.Found;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The annotation heals, on a class of tests that JUnit's launcher runs. */
public final class ExtensionHealer implements Healer {

    private final String name;
    private final boolean exclusive;

    private ExtensionHealer(String name, boolean exclusive) {
        this.name = name;
        this.exclusive = exclusive;
    }

    /** The annotation as it is. */
    static ExtensionHealer plain() {
        return new ExtensionHealer("extension", false);
    }

    /** The annotation of a class that has the database for itself until its first test. */
    static ExtensionHealer exclusive() {
        return new ExtensionHealer("exclusive", true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isProduct() {
        return true;
    }

    @Override
    public Healing heal(Scene scene, Incident incident) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(CleanedClass.class))
                .configurationParameter(
                        "cleanstaletypes.database-url",
                        incident.forHealer(scene).jdbcUrl("healer"))
                .configurationParameter("cleanstaletypes.names", Expectation.CLAIMED)
                .configurationParameter("cleanstaletypes.exclusive", String.valueOf(exclusive))
                .configurationParameters(parameters(incident.expectation().options()))
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        Timeline.Span running = scene.timeline().begin(Lane.HEALER, "@CleanStaleTypes on a class of tests");
        LauncherFactory.create().execute(request, summary);
        running.end();
        summary.getSummary()
                .getFailures()
                .forEach(failure -> scene.timeline().strike(Lane.HEALER, String.valueOf(failure.getException())));
        return CleanedClass.takeReport().map(ExtensionHealer::healing).orElseGet(() -> failed(summary));
    }

    /** Says as the annotation's parameters what of these options it has, too. */
    private static Map<String, String> parameters(List<String> options) {
        Map<String, String> parameters = new HashMap<>();
        if (options.contains("--free-locks")) {
            parameters.put("cleanstaletypes.free-locks", "true");
        }
        int migrations = options.indexOf("--migrations");
        if (migrations >= 0) {
            parameters.put("cleanstaletypes.migrations", "filesystem:" + options.get(migrations + 1));
        }
        return parameters;
    }

    /** Finds the codes in what the user of a class reads that has failed because of what remains. */
    private static Healing failed(SummaryGeneratingListener summary) {
        String words = summary.getSummary().getFailures().stream()
                .map(failure -> failure.getException().toString())
                .collect(Collectors.joining("\n"));
        List<Found> found = Stream.of(FindingCode.values())
                .map(FindingCode::name)
                .filter(words::contains)
                .map(code -> new Found(code, "reported"))
                .toList();
        return new Healing(1, found, words);
    }

    private static Healing healing(CleanupReport report) {
        return new Healing(
                Healing.NO_STATUS,
                report.results().stream().map(ExtensionHealer::found).toList(),
                report.toString());
    }

    private static Found found(Result result) {
        return new Found(result.finding().code().name(), result.outcome().name().toLowerCase(Locale.ROOT));
    }
}
