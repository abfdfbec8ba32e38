package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.cli.syntax.Option;
import io.github.cleanstaletypes.internal.connect.MisplacedSecret;
import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every variable and every option with forms of a password that belongs elsewhere: nobody sees it, in text, with {@code -v} or in JSON. The
 * options and libpq's variables are those that the program knows, so that a new one is tried, too. Each has some of the forms, the next one
 * others; all forms of all variables are tried where that costs less.
 */
class MisplacedSecretTest {

    private static final int FORMS_OF_EACH = 4;
    private static final List<String> FORMS = MisplacedSecret.telling();

    private static final CommandRun NOWHERE = CommandRun.withoutDatabase().with("CLEAN_STALE_TYPES_WAIT", "0");

    private static final CommandRun AT_CLOSED_PORT = NOWHERE.with("PGHOST", "127.0.0.1")
            .with("PGPORT", "1")
            .with("PGDATABASE", "app")
            .with("PGUSER", "app");

    private final List<String> leaks = new ArrayList<>();
    private int settings;

    @Test
    void in_a_variable_of_a_connection_is_in_no_output() {
        Stream.concat(
                        Arrays.stream(Keyword.values()).map(Keyword::variable).flatMap(Stream::ofNullable),
                        Stream.of("DATABASE_URL", "STALE_TYPES", "PGSYSCONFDIR"))
                .forEach(variable -> someForms().forEach(form -> {
                    tell(AT_CLOSED_PORT.with(variable, form), variable, form);
                }));
        for (String family : List.of("POSTGRES_", "DB_")) {
            CommandRun complete = NOWHERE.with(family + "HOST", "127.0.0.1")
                    .with(family + "PORT", "1")
                    .with(family.equals("DB_") ? "DB_NAME" : "POSTGRES_DB", "app");
            for (String part : List.of("HOST", "PORT", "NAME", "DB", "USER", "PASSWORD")) {
                someForms().forEach(form -> {
                    tell(complete.with(family + part, form), family + part, form);
                    tell(complete.with(family + part + "_FILE", form).with(family + part, ""), family + part, form);
                });
            }
        }
        assertThat(settings).isGreaterThan(250);
    }

    @Test
    void in_an_option_or_its_variable_is_in_no_output() {
        options().forEach((option, takesValue) -> {
            String variable = "CLEAN_STALE_TYPES_"
                    + option.substring("--".length()).toUpperCase(Locale.ROOT).replace('-', '_');
            Stream.concat(someForms(), option.endsWith("-file") ? Stream.of() : bare(option))
                    .filter(form -> !option.endsWith("-file") || makesNoFile(form))
                    .forEach(form -> {
                        tell(AT_CLOSED_PORT.with(variable, form), variable, form);
                        tell(AT_CLOSED_PORT, option, form, option + "=" + form);
                        if (takesValue) {
                            tell(AT_CLOSED_PORT, option, form, option, form);
                        }
                    });
        });
        assertThat(settings).isGreaterThan(300);
    }

    @Test
    void as_an_argument_is_in_no_output() {
        for (String form : MisplacedSecret.all()) {
            String[][] places = {{form}, {"explain", form}, {"--" + form}, {"--pasword=" + form}, {"--strict", form}};
            tell(AT_CLOSED_PORT, "argument", form, places[settings % places.length]);
            tell(AT_CLOSED_PORT, "argument", form, places[settings % places.length]);
        }
    }

    @Test
    void of_a_known_source_is_hidden_wherever_else_it_stands() {
        String known = MisplacedSecret.SECRET;
        for (String variable :
                List.of("PGUSER", "PGDATABASE", "PGAPPNAME", "CLEAN_STALE_TYPES_SCHEMA", "STALE_TYPES")) {
            tell(AT_CLOSED_PORT.with("PGPASSWORD", known).with(variable, known), variable, known);
            tell(AT_CLOSED_PORT.with("DB_PASSWORD", known).with(variable, "x" + known), variable, known);
        }
        tell(AT_CLOSED_PORT, "guard's command", "", "guard", "--", "postgresql://app:" + known + "@db.invalid/app");
        assertThat(AT_CLOSED_PORT
                        .with("PGPASSWORD", known)
                        .with("PGUSER", known)
                        .run("wait", "-v")
                        .err())
                .contains("(hidden)@127.0.0.1:1/app");
    }

    @AfterEach
    void nothing_was_told() {
        assertThat(leaks).isEmpty();
    }

    private Stream<String> someForms() {
        int first = settings;
        return IntStream.range(0, FORMS_OF_EACH).mapToObj(i -> FORMS.get((first + i) % FORMS.size()));
    }

    /** The password alone, unless it is as good a value as any other word. */
    private static Stream<String> bare(String option) {
        return Set.of("--type", "--schema", "--rollback-prepared").contains(option)
                ? Stream.of()
                : MisplacedSecret.BARE.stream();
    }

    private static boolean makesNoFile(String form) {
        return form.contains("/") || form.contains("@");
    }

    private void tell(CommandRun run, String setting, String form, String... arguments) {
        settings++;
        for (String[] way : new String[][] {{"-v"}, {"--format", "json"}}) {
            Outcome outcome =
                    run.run(Stream.of(arguments, way).flatMap(Stream::of).toArray(String[]::new));
            String told = outcome.everything();
            if (told.isBlank() || MisplacedSecret.isIn(told) || outcome.exitCode() == ExitCode.BUG.code()) {
                leaks.add(setting + ": " + form + " -> " + outcome.exitCode() + " " + told);
            }
        }
    }

    /** Each with whether it takes a value. */
    private static TreeMap<String, Boolean> options() {
        TreeMap<String, Boolean> options = new TreeMap<>();
        Stream.of(Option.values())
                .filter(option -> option != Option.HELP && option != Option.VERSION)
                .forEach(option -> options.put(option.text(), option.label() != null));
        return options;
    }
}
