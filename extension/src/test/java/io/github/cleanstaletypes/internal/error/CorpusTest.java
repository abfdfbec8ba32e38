package io.github.cleanstaletypes.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.InvalidNameException;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.testing.LongForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Texts that tools have printed, each with what is true of it; also wrapped as collectors of logs and terminals wrap them. What is called
 * recognised must be right each time.
 */
class CorpusTest {

    /** Between the parts of an error in words; a name in quotes may have a blank. */
    private static final Pattern PART = Pattern.compile(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private static final double RECALL = 0.98;

    /** Wrappings of each text in a run that is not the long form. */
    private static final int SAMPLE = 1;

    private static final List<CorpusText> TEXTS = CorpusText.all();

    /** Of one kind of text. */
    private static final class Row {
        int texts;
        int errors;
        int read;
        int wrong;
        int ofNoInterest;
    }

    @Test
    void is_read_without_a_mistake() {
        Map<String, Row> rows = new TreeMap<>();
        List<String> mistakes = new ArrayList<>();
        for (CorpusText text : TEXTS) {
            judge(text, rows.computeIfAbsent(text.kind(), kind -> new Row()), mistakes);
        }
        Row all = sum(rows);
        System.out.println(table(rows, all));
        assertThat(all.wrong).as("recognised what is not there: " + mistakes).isZero();
        assertThat((double) all.read / all.errors)
                .as("recall; missed: " + mistakes)
                .isGreaterThanOrEqualTo(RECALL);
    }

    private static void judge(CorpusText text, Row row, List<String> mistakes) {
        List<String> expected =
                text.expected().stream().map(CorpusTest::normalised).toList();
        List<String> read = bytes(text);
        List<String> missed =
                expected.stream().filter(error -> !read.contains(error)).toList();
        List<String> wrong =
                read.stream().filter(error -> !expected.contains(error)).toList();
        row.texts++;
        row.ofNoInterest += expected.isEmpty() ? 1 : 0;
        row.errors += expected.size();
        row.read += expected.size() - missed.size();
        row.wrong += wrong.size();
        if (!read.equals(expected)) {
            mistakes.add(text + ": wrong " + wrong + ", missed " + missed
                    + (wrong.isEmpty() && missed.isEmpty() ? read : ""));
        }
    }

    /** All wrappings of each text in the long form, else some by seed. */
    @Test
    void is_read_alike_in_whatever_it_is_wrapped() {
        Map<Wrapping, Integer> read = new EnumMap<>(Wrapping.class);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            CorpusText text = TEXTS.get(i);
            List<String> bare = string(text.decoded());
            for (Wrapping wrapping : wrappings(i)) {
                read.merge(wrapping, 1, Integer::sum);
                List<String> wrapped = string(wrapping.of(text.decoded()));
                if (!wrapped.equals(bare)) {
                    differences.add(text + ", " + wrapping + ": " + wrapped + " instead of " + bare);
                }
            }
        }
        System.out.println("corpus, wrapped: " + read + ", different answers: " + differences.size());
        assertThat(differences).isEmpty();
    }

    private static List<Wrapping> wrappings(int text) {
        List<Wrapping> all = List.of(Wrapping.values());
        if (LongForm.isOn()) {
            return all;
        }
        Random random = LongForm.random("wrapping " + text);
        return IntStream.range(0, SAMPLE)
                .mapToObj(i -> all.get(random.nextInt(all.size())))
                .distinct()
                .toList();
    }

    /** A line that is cut off may lose its end, and must not get another meaning by that: no other name, at most a wider kind. */
    @Test
    void says_nothing_else_of_lines_that_are_cut_off() {
        List<String> differences = new ArrayList<>();
        for (CorpusText text : TEXTS) {
            Set<String> names =
                    string(text.decoded()).stream().map(CorpusTest::bareName).collect(Collectors.toSet());
            if (!names.isEmpty()) {
                string(Wrapping.cutOff(text.decoded())).stream()
                        .map(CorpusTest::bareName)
                        .filter(name -> !name.equals("-") && !names.contains(name))
                        .forEach(name -> differences.add(text + ": " + name + " is none of " + names));
            }
        }
        assertThat(differences).isEmpty();
    }

    /** What a statement that is cut off does not say any more is the schema. */
    private static String bareName(String error) {
        return PART.splitAsStream(error)
                .skip(2)
                .findFirst()
                .orElseThrow()
                .replaceAll("^(?:\\w+|\"[^\"]*\")\\.(?=[\\w\"])", "");
    }

    private static List<String> bytes(CorpusText text) {
        try {
            return FailureReader.read(new ByteArrayInputStream(text.text()))
                    .map(CorpusTest::inWords)
                    .orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> string(String text) {
        return FailureReader.read(text).map(CorpusTest::inWords).orElse(List.of());
    }

    private static List<String> inWords(Failure failure) {
        return failure.symptoms().stream().map(CorpusTest::inWords).toList();
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

    private static String table(Map<String, Row> rows, Row all) {
        StringBuilder table = new StringBuilder("corpus\n");
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
