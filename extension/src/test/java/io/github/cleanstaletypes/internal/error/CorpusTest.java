package io.github.cleanstaletypes.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.InvalidNameException;
import io.github.cleanstaletypes.internal.claim.SqlName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Texts that tools have printed, each with what is true of it; also wrapped as collectors of logs and terminals wrap them. What is called
 * recognised must be right each time.
 */
class CorpusTest {

    private static final double RECALL = 0.98;

    private static final List<CorpusText> TEXTS = CorpusText.all();

    /** Of one kind of text. */
    private static final class Row {
        int texts;
        int errors;
        int read;
        int wrong;
        int ofNoInterest;
    }

    @ParameterizedTest
    @EnumSource(Wrapping.class)
    void is_read_without_a_mistake(Wrapping wrapping) {
        Map<String, Row> rows = new TreeMap<>();
        List<String> mistakes = new ArrayList<>();
        for (CorpusText text : TEXTS) {
            Row row = rows.computeIfAbsent(text.kind(), kind -> new Row());
            judge(text, wrapping, row, mistakes);
        }
        Row all = sum(rows);
        System.out.println(table(wrapping, rows, all));
        assertThat(mistakes).as("read wrongly").isEmpty();
        assertThat((double) all.read / all.errors).as("recall").isGreaterThanOrEqualTo(RECALL);
    }

    private static void judge(CorpusText text, Wrapping wrapping, Row row, List<String> mistakes) {
        List<String> expected =
                text.expected().stream().map(CorpusTest::normalised).toList();
        List<String> read = read(text, wrapping);
        row.texts++;
        row.errors += expected.size();
        row.ofNoInterest += expected.isEmpty() ? 1 : 0;
        row.read += (int) expected.stream().filter(read::contains).count();
        List<String> wrong =
                read.stream().filter(error -> !expected.contains(error)).toList();
        row.wrong += wrong.size();
        List<String> missed =
                expected.stream().filter(error -> !read.contains(error)).toList();
        if (!wrong.isEmpty() || !missed.isEmpty()) {
            mistakes.add(text + ": wrong " + wrong + ", missed " + missed);
        }
        if (wrong.isEmpty() && missed.isEmpty() && !read.equals(expected)) {
            mistakes.add(text + ": another order: " + read);
        }
    }

    private static List<String> read(CorpusText text, Wrapping wrapping) {
        try {
            return (wrapping == Wrapping.NONE
                            ? FailureReader.read(new ByteArrayInputStream(text.text()))
                            : FailureReader.read(wrapping.of(text.decoded())))
                    .map(failure ->
                            failure.symptoms().stream().map(CorpusTest::inWords).toList())
                    .orElse(List.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String inWords(Symptom symptom) {
        NamedObject named = symptom.named();
        SqlName on = named == null ? null : named.on();
        return symptom.cause() + " " + (symptom.sqlState() == null ? "-" : symptom.sqlState()) + " "
                + (named == null ? "-" : named.sqlName())
                + (on == null || !CorpusTest.tellsOwner(symptom.cause()) ? "" : " on " + on);
    }

    /** The label with its names as SQL writes them when it need not quote them. */
    private static String normalised(String label) {
        String[] parts = label.split(" ", 3);
        String[] names = parts[2].split(" on (?=[\\w\"])", 2);
        String name = name(names[0]);
        boolean owner = names.length == 2 && tellsOwner(Cause.valueOf(parts[0]));
        return parts[0] + " " + parts[1] + " " + name + (owner ? " on " + name(names[1]) : "");
    }

    private static String name(String written) {
        try {
            return written.equals("-") ? written : SqlName.parse(written).toString();
        } catch (InvalidNameException e) {
            return new SqlName(null, written).toString();
        }
    }

    private static boolean tellsOwner(Cause cause) {
        return switch (cause) {
            case POLICY_EXISTS, TRIGGER_EXISTS, CONSTRAINT_EXISTS, COLUMN_EXISTS -> true;
            default -> false;
        };
    }

    private static Row sum(Map<String, Row> rows) {
        Row all = new Row();
        rows.values().forEach(row -> {
            all.texts += row.texts;
            all.errors += row.errors;
            all.read += row.read;
            all.wrong += row.wrong;
            all.ofNoInterest += row.ofNoInterest;
        });
        return all;
    }

    private static String table(Wrapping wrapping, Map<String, Row> rows, Row all) {
        StringBuilder table = new StringBuilder("corpus, " + wrapping + "\n");
        table.append("%-22s %6s %6s %6s %6s %9s%n".formatted("kind", "texts", "errors", "read", "wrong", "no error"));
        rows.forEach((kind, row) -> table.append(line(kind, row)));
        return table.append(line("all", all))
                .append("precision %.3f, recall %.3f%n"
                        .formatted(
                                all.read + all.wrong == 0 ? 1.0 : (double) all.read / (all.read + all.wrong),
                                all.errors == 0 ? 1.0 : (double) all.read / all.errors))
                .toString();
    }

    private static String line(String kind, Row row) {
        return "%-22s %6d %6d %6d %6d %9d%n"
                .formatted(kind, row.texts, row.errors, row.read, row.wrong, row.ofNoInterest);
    }

    @Test
    void is_large_enough() {
        assertThat(TEXTS).hasSizeGreaterThanOrEqualTo(300);
        assertThat(TEXTS.stream().filter(text -> text.expected().isEmpty())).hasSizeGreaterThanOrEqualTo(120);
        assertThat(TEXTS.stream().filter(text -> text.values("origin").equals(List.of("captured"))))
                .hasSizeGreaterThanOrEqualTo(200);
    }
}
