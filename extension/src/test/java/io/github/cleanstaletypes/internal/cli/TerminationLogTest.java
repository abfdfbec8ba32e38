package io.github.cleanstaletypes.internal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pod's description shows of a guard that failed. */
class TerminationLogTest {

    @TempDir
    private Path directory;

    @Test
    void a_setting_that_is_wrong_is_the_first_line_also_where_nothing_was_begun() {
        Path file = directory.resolve("log");
        int status = CommandRun.withoutDatabase()
                .run("guard", "--termination-log", file.toString(), "--lock-wait", "soon", "--", "true")
                .exitCode();
        assertThat(status).isEqualTo(125);
        assertThat(file).content().startsWith("--lock-wait: ").hasLineCount(1);
    }

    @Test
    void a_success_leaves_no_words_of_the_run_before() throws IOException {
        Path file = Files.writeString(directory.resolve("log"), "what went wrong last time");
        TerminationLog.write(
                file, new GuardReport(0, null, null, null, Optional.empty(), List.of(), List.of()), new Secrets());
        assertThat(file).isEmptyFile();
    }

    @Test
    void a_file_that_cannot_be_written_changes_no_exit_status_and_is_told() {
        CommandRun.Outcome outcome = CommandRun.withoutDatabase()
                .run("guard", "--termination-log", directory.toString(), "--lock-wait", "soon", "--", "true");
        assertThat(outcome.exitCode()).isEqualTo(125);
        assertThat(outcome.everything()).contains("--termination-log").contains("cannot be written");
    }

    @Test
    void a_name_of_the_file_that_holds_a_password_is_a_wrong_setting_as_any_other() {
        CommandRun.Outcome outcome = CommandRun.withoutDatabase()
                .run("guard", "--termination-log", "postgresql://app:s3cret@db.invalid/app", "--", "true");
        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(125);
        assertThat(outcome.everything()).contains("--termination-log").doesNotContain("s3cret");
    }

    @Test
    void no_more_than_four_kilobytes_are_kept_and_no_letter_is_cut() {
        for (int shift = 0; shift < 4; shift++) {
            byte[] kept = TerminationLog.shortened(("x".repeat(shift) + "\uD83D\uDC18".repeat(2000)).getBytes(UTF_8));
            assertThat(kept).hasSizeBetween(TerminationLog.MOST - 3, TerminationLog.MOST);
            assertThat(new String(kept, UTF_8)).doesNotContain("\uFFFD").endsWith("\n…\n");
        }
        byte[] whole = "x".repeat(TerminationLog.MOST).getBytes(UTF_8);
        assertThat(TerminationLog.shortened(whole)).isSameAs(whole);
    }

    @Test
    void no_password_is_in_it() throws IOException {
        Secrets secrets = new Secrets();
        secrets.add("s3cret!");
        Path file = directory.resolve("log");
        TerminationLog.write(file, "cannot connect with s3cret! as password", secrets);
        assertThat(file).content().doesNotContain("s3cret").startsWith("cannot connect with ");
    }
}
