package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;

/** The object that {@code --format json} prints, read by a strict parser and held against the contract as an outsider reads it. */
public final class JsonContract {

    private static final List<String> KEYS = List.of(
            "tool",
            "version",
            "command",
            "server_version",
            "look",
            "findings",
            "summary",
            "not_looked_at",
            "exit_code");
    private static final Set<String> OPTIONAL =
            Set.of("unjudged_names", "unjudged_migrations", "unread_parts", "probes", "reset");
    private static final Set<String> REASONS = Set.of("unjudged_names", "unjudged_migrations", "probes");
    private static final List<String> FINDING_KEYS = List.of(
            "code",
            "database",
            "schema",
            "name",
            "oid",
            "kind",
            "claimed_by",
            "raises",
            "outcome",
            "explanation",
            "remedy",
            "evidence",
            "undo");
    private static final Set<String> HEALED = Set.of("dropped", "quarantined", "restored", "ended", "rolled_back");
    private static final Set<String> REMAINING = Set.of("refused", "reported", "planned");

    private final Map<String, @Nullable Object> object;

    private JsonContract(Map<String, @Nullable Object> object) {
        this.object = object;
    }

    public static JsonContract of(String printed, int exitCode) {
        assertThat(printed).as("one line").endsWith("}\n").hasLineCount(1);
        assertThat(printed.chars()).as("safe in a page, a log and any encoding").noneMatch(JsonContract::harmful);
        JsonContract json = new JsonContract(parse(printed));
        json.assertKeepsToContract(exitCode);
        return json;
    }

    /** What is said of a reset, under this key. */
    public @Nullable Object reset(String key) {
        return ((Map<?, ?>) Objects.requireNonNull(object.get("reset"))).get(key);
    }

    private static boolean harmful(int c) {
        return (c < ' ' && c != '\n') || c > '~' || "<>&'".indexOf(c) >= 0;
    }

    private void assertKeepsToContract(int exitCode) {
        List<String> keys = new ArrayList<>(KEYS);
        if (exitCode > 1) {
            keys.add("error");
        }
        assertThat(object.keySet().stream()
                        .filter(key -> !OPTIONAL.contains(key))
                        .toList())
                .isEqualTo(keys);
        assertThat(object)
                .containsEntry("tool", "clean-stale-types")
                .containsEntry("exit_code", (long) exitCode)
                .hasEntrySatisfying("version", value -> assertThat(value).isInstanceOf(String.class))
                .hasEntrySatisfying(
                        "command",
                        value -> assertThat(value).isIn("check", "clean", "wait", "restore", "reset", "help"));
        if (exitCode > 1) {
            assertThat(error()).isNotBlank().doesNotContain("\n");
        }
        if (object.get("server_version") != null) {
            assertThat(text("server_version")).matches("\\d+\\.\\d+");
        }
        assertThat(object.get("look")).isIn("full", "quick", null);
        findings().forEach(JsonContract::assertFindingKeepsToContract);
        assertThat(summary())
                .containsKey("unjudged")
                .containsAllEntriesOf(Map.of(
                        "found", count(HEALED) + count(REMAINING),
                        "cleaned", count(HEALED),
                        "remaining", count(REMAINING)));
        if (exitCode < 2) {
            assertThat(count(REMAINING) > 0 ? 1 : exitCode).isEqualTo(exitCode);
            assertThat(exitCode == 0
                            || count(REMAINING) > 0
                            || object.keySet().stream().anyMatch(REASONS::contains))
                    .as("says why it exits with %s", exitCode)
                    .isTrue();
        }
        assertThat(object.get("not_looked_at"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .allMatch(String.class::isInstance);
    }

    private static void assertFindingKeepsToContract(Map<String, @Nullable Object> finding) {
        assertThat(List.copyOf(finding.keySet())).isEqualTo(FINDING_KEYS);
        for (String key : List.of("code", "database", "kind", "raises", "outcome", "explanation", "remedy")) {
            assertThat(finding.get(key)).as(key).isInstanceOf(String.class).isNotEqualTo("");
        }
        for (String key : List.of("schema", "name", "claimed_by", "undo")) {
            assertThat(finding.get(key))
                    .as(key)
                    .satisfiesAnyOf(
                            value -> assertThat(value).isNull(),
                            value -> assertThat(value).isInstanceOf(String.class));
        }
        assertThat(finding.get("oid"))
                .satisfiesAnyOf(
                        value -> assertThat(value).isNull(),
                        value -> assertThat(value).isInstanceOf(Long.class));
        assertThat(finding.get("evidence")).isInstanceOf(Map.class);
        assertThat(finding.get("raises")).asString().matches("[0-9A-Z]{5}");
        assertThat(finding.get("outcome"))
                .isIn(Set.of(
                        "dropped",
                        "quarantined",
                        "restored",
                        "ended",
                        "rolled_back",
                        "waited",
                        "refused",
                        "reported",
                        "noted",
                        "planned"));
    }

    private long count(Set<String> outcomes) {
        return findings().stream()
                .filter(finding -> outcomes.contains(String.valueOf(finding.get("outcome"))))
                .count();
    }

    public String text(String key) {
        return (String) Objects.requireNonNull(object.get(key), key);
    }

    public @Nullable Object value(String key) {
        return object.get(key);
    }

    public String error() {
        return text("error");
    }

    @SuppressWarnings("unchecked")
    public Map<String, Long> summary() {
        return (Map<String, Long>) Objects.requireNonNull(object.get("summary"));
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, @Nullable Object>> findings() {
        return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(object.get("findings"));
    }

    /** The only finding. */
    public Map<String, @Nullable Object> finding() {
        assertThat(findings()).hasSize(1);
        return findings().get(0);
    }

    /** The finding of this name. */
    public Map<String, @Nullable Object> finding(String name) {
        return findings().stream()
                .filter(finding -> name.equals(finding.get("name")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + object));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> parse(String text) {
        JsonFactory strict = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = strict.createParser(text)) {
            parser.nextToken();
            Object value = value(parser);
            assertThat(parser.nextToken()).as("nothing after the object").isNull();
            return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String key = parser.currentName();
                    parser.nextToken();
                    map.put(key, value(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new AssertionError("unexpected " + parser.currentToken());
        };
    }
}
