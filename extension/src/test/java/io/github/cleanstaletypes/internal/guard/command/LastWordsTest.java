package io.github.cleanstaletypes.internal.guard.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a command says last is read, however long it was silent before, and however busy the machine is. */
class LastWordsTest {

    private static final int COMMANDS = 100;

    @Test
    void the_last_words_of_a_command_that_was_silent_for_long_are_read() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(COMMANDS);
        try {
            List<Callable<String>> all = new ArrayList<>();
            for (int i = 0; i < COMMANDS; i++) {
                all.add(LastWordsTest::lastWords);
            }
            for (Future<String> said : workers.invokeAll(all)) {
                assertThat(said.get()).contains("last words");
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static String lastWords() throws Exception {
        ErrorTee tee = new ErrorTee(OutputStream.nullOutputStream());
        // longer than a pipe must be silent after a command's end
        Process process = tee.start(new ProcessBuilder("sh", "-c", "sleep 0.7; echo last words >&2"));
        process.waitFor();
        tee.finish();
        return tee.text().text();
    }
}
