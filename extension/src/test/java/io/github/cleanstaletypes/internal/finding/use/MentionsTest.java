package io.github.cleanstaletypes.internal.finding.use;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.FunctionBodies;
import io.github.cleanstaletypes.internal.catalog.FunctionBody;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name in a function's body counts as a use of the type if the server could read it as that type's name. */
class MentionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mood",
                "DECLARE m mood;",
                "DECLARE m MOOD;",
                "DECLARE m Mood[];",
                "'ok'::mood",
                "(mood)",
                "\"mood\"",
                "public.mood",
                "PUBLIC . mood",
                "\"public\".\"mood\"",
                "\"public\"\n.\n\"mood\"",
                "postgres.public.mood",
                "-- mood",
                "EXECUTE 'SELECT NULL::mood'",
                "EXECUTE E'SELECT NULL::\\tmood'",
                "EXECUTE $$SELECT NULL::mood$$",
                "EXECUTE $q$SELECT NULL::mood$q$",
                "to_regtype($mood$mood$mood$)",
                "-- a 5\" disk\nDECLARE m mood;",
                "'it\"s', mood",
                "1mood",
                "a\"mood\"b",
                "other /* . */ mood",
                "other.x, mood",
                "'other.' || 'mood'",
                "\\tmood",
                "other.q$mood"
            })
    void counts_a_word_that_may_be_the_type(String body) {
        assertThat(of("public", "mood", body)).containsExactly("body of function public.f()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "moody",
                "a_mood",
                "mood_",
                "mood2",
                "moodé",
                "émood",
                "other.mood",
                "other . mood",
                "Other.MOOD",
                "other.\"mood\"",
                "\"other\".mood",
                "\"other\" . \"mood\"",
                "\"Public\".mood",
                "\"a\"\"public\".mood",
                "m ood",
                "\"moo d\"",
                "other.mood$"
            })
    void does_not_count_another_word_or_another_schema_s(String body) {
        assertThat(of("public", "mood", body)).isEmpty();
    }

    @Test
    void counts_a_name_that_needs_quotes_only_in_quotes() {
        assertThat(of("public", "My Mood", "My Mood, my mood, \"my mood\"")).isEmpty();
        assertThat(of("public", "My Mood", "DECLARE m \"My Mood\"")).isNotEmpty();
        assertThat(of("public", "Mood", "mood, Mood, \"mood\"")).isEmpty();
        assertThat(of("public", "Mood", "public.\"Mood\"")).isNotEmpty();
        assertThat(of("public", "my\"mood", "my\"mood, \"my\", \"mood\"")).isEmpty();
        assertThat(of("public", "my\"mood", "\"my\"\"mood\"")).isNotEmpty();
        assertThat(of("public", "my\"mood", "'\"my\"', \"\"\"my\"\"mood\"")).isNotEmpty();
        assertThat(of("public", "it's", "EXECUTE '\"it''s\"'")).isNotEmpty();
        assertThat(of("public", "it's", "\"it's\"")).isNotEmpty();
        assertThat(of("public", "1a", "1a, q$1a")).isEmpty();
    }

    @Test
    void folds_the_letters_that_the_server_folds() {
        assertThat(of("public", "az", "AZ")).isNotEmpty();
        assertThat(of("public", "É", "É")).isNotEmpty();
        assertThat(of("public", "é", "É")).isEmpty();
    }

    @Test
    void counts_a_keyword_only_in_quotes_or_after_its_schema() {
        assertThat(of("public", "user", "user, USER, other.user", "user")).isEmpty();
        assertThat(of("public", "user", "\"user\"", "user")).isNotEmpty();
        assertThat(of("public", "user", "public.user", "user")).isNotEmpty();
        assertThat(of("public", "user", "\"public\".\"user\"", "user")).isNotEmpty();
        assertThat(of("public", "mood", "mood", "user")).isNotEmpty();
    }

    @Test
    void reads_a_name_that_the_server_cuts_as_the_server_does() {
        assertThat(of("public", "m".repeat(63), "m".repeat(64))).isNotEmpty();
        assertThat(of("public", "m".repeat(63), "M".repeat(200))).isNotEmpty();
        assertThat(of("public", "m".repeat(63), "\"" + "m".repeat(64) + "\"")).isNotEmpty();
        assertThat(of("public", "m".repeat(63), "m".repeat(62))).isEmpty();
        assertThat(of("public", "m".repeat(62), "m".repeat(63))).isEmpty();
        assertThat(of("public", "é".repeat(31), "é".repeat(32))).isNotEmpty();
        assertThat(of("public", "x".repeat(60), "x".repeat(60) + "😀")).isNotEmpty();
        assertThat(of("public", "x".repeat(62), "x".repeat(62) + "\u0080")).isNotEmpty();
        assertThat(of("public", "x".repeat(61), "x".repeat(61) + "\u0800")).isNotEmpty();
        assertThat(of("public", "x".repeat(60), "x".repeat(60) + "\ud800\udc00"))
                .isNotEmpty();
        assertThat(of("s".repeat(63), "mood", "s".repeat(70) + ".mood")).isNotEmpty();
    }

    @Test
    void reads_a_long_body_with_few_quotes() {
        String long_ = "x ".repeat(100_000);
        assertThat(of("public", "My Mood", "\"" + long_ + "\" \"My Mood\" " + long_))
                .isNotEmpty();
        assertThat(of("public", "My Mood", "\"".repeat(5_000))).isEmpty();
    }

    @Test
    void names_each_function_once_and_only_those_that_mention_the_name() {
        List<FunctionBody> bodies = List.of(
                new FunctionBody(1, "function public.f()", "mood mood \"mood\" public.mood"),
                new FunctionBody(2, "procedure public.p()", "mood"),
                new FunctionBody(3, "function public.g()", "color"));
        Mentions mentions = new Mentions(new FunctionBodies(bodies, Set.of()), Set.of("mood", "color"));
        assertThat(mentions.of("public", "mood"))
                .containsExactly("body of function public.f()", "body of procedure public.p()");
        assertThat(mentions.of("public", "color")).containsExactly("body of function public.g()");
    }

    private static Set<String> of(String schema, String name, String body, String... keywords) {
        FunctionBodies bodies =
                new FunctionBodies(List.of(new FunctionBody(1, "function public.f()", body)), Set.of(keywords));
        return new Mentions(bodies, Set.of(name)).of(schema, name);
    }
}
