package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bug of ours ends in 70 and never in a status that means something else; its message may hold anything and is not shown. */
class UncaughtTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {"check", "clean", "wait", "restore", "--format json", "--fromat json", "--type", "help nosuch"})
    void an_exception_exits_with_70_and_hides_its_message(String arguments) {
        int exitCode = run(
                name -> {
                    throw new IllegalStateException("hunter2", new IllegalArgumentException("hunter2"));
                },
                arguments.split(" "));

        assertThat(exitCode).isEqualTo(70);
        assertThat(told())
                .startsWith("clean-stale-types: this is a bug of this program, please report it:\n")
                .contains(
                        "java.lang.IllegalStateException\n    at " + UncaughtTest.class.getName(),
                        "java.lang.IllegalArgumentException\n    at ")
                .doesNotContain("hunter2");
    }

    @Test
    void an_error_of_the_virtual_machine_exits_with_70_too() {
        int exitCode = run(
                name -> {
                    throw new StackOverflowError("hunter2");
                },
                "check");

        assertThat(exitCode).isEqualTo(70);
        assertThat(told()).contains("java.lang.StackOverflowError").doesNotContain("hunter2");
    }

    private int run(Environment environment, String... arguments) {
        PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        // only what a command asks for, since the colours of the help are read first
        Environment afterColours =
                name -> name.equals("NO_COLOR") || name.equals("TERM") ? null : environment.get(name);
        return new Cli(new Console(out, errors, false, false), afterColours).run(arguments);
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
