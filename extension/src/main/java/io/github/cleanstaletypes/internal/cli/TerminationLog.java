package io.github.cleanstaletypes.internal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cleanstaletypes.internal.cli.terminal.MaskingStream;
import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.explain.ExplanationLines;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.guard.report.Attempt;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.internal.text.Harmless;
import io.github.cleanstaletypes.report.Explanation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A guard's last words, for a reader who keeps only a little of them: Kubernetes shows up to 4096 bytes of a container's termination
 * message (API reference, Container, terminationMessagePath). The cause is the first line. Nothing after a success.
 */
final class TerminationLog {

    /** In bytes. */
    static final int MOST = 4096;

    private static final byte[] CUT = "\n…\n".getBytes(UTF_8);

    private TerminationLog() {}

    /** Writes how it ended over what the file holds; the file is not replaced, since it may be a mount. */
    static void write(Path file, GuardReport report, Secrets secrets) throws IOException {
        write(file, report.exitStatus() == 0 ? List.of() : lines(report), secrets);
    }

    /** Writes likewise that there was no run at all. */
    static void write(Path file, String why, Secrets secrets) throws IOException {
        write(file, List.of(Harmless.line(why)), secrets);
    }

    private static void write(Path file, List<String> lines, Secrets secrets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream masked = new MaskingStream(bytes, secrets)) {
            for (String line : lines) {
                masked.write((line + "\n").getBytes(UTF_8));
            }
        }
        Files.write(file, shortened(bytes.toByteArray()));
    }

    private static List<String> lines(GuardReport report) {
        List<String> lines = new ArrayList<>();
        if (report.error() != null) {
            lines.add(Harmless.line(report.error()));
        }
        List<Attempt> attempts = report.attempts();
        if (!attempts.isEmpty()) {
            Attempt last = attempts.get(attempts.size() - 1);
            Explanation explanation = last.explanation();
            if (explanation != null) {
                ExplanationLines.of(explanation).stream()
                        .map(Audience.COMMAND_LINE::words)
                        .forEach(lines::add);
            }
            lines.add("The command exited with " + last.exitStatus()
                    + (explanation == null
                            ? ", and nothing that it wrote to stderr is an error that this program knows."
                            : "."));
        }
        return lines;
    }

    /** The beginning, to the end of a line if one is near, and never to the middle of a letter. */
    static byte[] shortened(byte[] text) {
        if (text.length <= MOST) {
            return text;
        }
        int end = MOST - CUT.length;
        while ((text[end] & 0xC0) == 0x80) {
            end--;
        }
        byte[] kept = new byte[end + CUT.length];
        System.arraycopy(text, 0, kept, 0, end);
        System.arraycopy(CUT, 0, kept, end, CUT.length);
        return kept;
    }
}
