package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.apply.Outcome;
import io.github.cleanstaletypes.apply.Result;
import io.github.cleanstaletypes.finding.FindingCode;
import io.github.cleanstaletypes.report.Harmless;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what was found and done, as report entries and in the log. Of health it is silent. */
final class Telling {

    private Telling() {}

    static void of(List<Result> results, ExtensionContext context) {
        for (Result result : results) {
            if (worthTelling(result)) {
                context.publishReportEntry(entry(result));
                log(result);
            }
        }
    }

    private static boolean worthTelling(Result result) {
        return result.outcome() != Outcome.NOTED || result.finding().code() == FindingCode.UNCOMMITTED_CREATION;
    }

    private static Map<String, String> entry(Result result) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("clean-stale-types", result.finding().code().name());
        entry.put("name", Harmless.line(result.finding().title()));
        entry.put("outcome", result.outcome().word());
        entry.put("explanation", Harmless.line(result.explanation()));
        entry.put("remedy", Harmless.line(result.remedy()));
        result.finding().undo().ifPresent(undo -> entry.put("undo", Harmless.statements(undo)));
        return entry;
    }

    private static void log(Result result) {
        // not a field: without a provider SLF4J complains as soon as it is asked for a logger
        Logger logger = LoggerFactory.getLogger(CleanStaleTypes.class);
        String told = result.outcome().word() + ": " + result.finding().code() + " "
                + Harmless.line(result.finding().title() + ": " + result.explanation());
        if (result.outcome().remains()) {
            logger.warn(told);
        } else {
            logger.info(
                    "{}{}",
                    told,
                    result.finding()
                            .undo()
                            .map(undo -> " Undo: " + Harmless.statements(undo))
                            .orElse(""));
        }
    }
}
