package io.github.cleanstaletypes.reported;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.internal.explain.ExplanationLines;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What is said of the texts in this room's resources, with the database that they are about. */
final class Reported {

    private final TestDatabase database;

    Reported(TestDatabase database) {
        this.database = database;
    }

    /** What is said of the text in a file. */
    Explanation file(String name) {
        return explained(text(name));
    }

    /** What is said of a text. */
    Explanation explained(String text) {
        return StaleTypes.in(database.dataSource()).explain(text).orElseThrow();
    }

    /** All that is said of it, as the command line prints it, and the remedies of the findings besides. */
    static String words(Explanation explanation) {
        StringBuilder words = new StringBuilder(String.join("\n", ExplanationLines.of(explanation)));
        for (Result result : explanation.results()) {
            words.append('\n').append(result.remedy());
        }
        return words.toString();
    }

    static String text(String name) {
        String resource = name + ".txt";
        try (InputStream in = Reported.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
