package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.error.FailureReader;
import io.github.cleanstaletypes.internal.guard.command.CommandEnvironment;
import io.github.cleanstaletypes.internal.guard.command.CommandProcess;
import io.github.cleanstaletypes.internal.guard.command.ErrorTee;
import io.github.cleanstaletypes.internal.guard.command.Programs;
import io.github.cleanstaletypes.internal.guard.report.ExitStatus;
import io.github.cleanstaletypes.internal.guard.report.GuardException;
import io.github.cleanstaletypes.internal.guard.session.LockSession;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command line, each run of which is a process. Not thread-safe. */
final class GuardedCommand implements Guarded {

    private final GuardSettings settings;
    private Map<String, String> additions = Map.of();
    private boolean ownGroup;

    GuardedCommand(GuardSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return settings.program();
    }

    @Override
    public void check() {
        Programs.require(settings.program(), settings.environment().get("PATH"));
    }

    @Override
    public List<GuardToken> around() {
        return GuardToken.parse(settings.environment().get(GuardToken.VARIABLE)).stream()
                .toList();
    }

    /** Its sessions are to be known by the token, and its processes by their group. */
    @Override
    public void under(LockSession session, boolean pooled) throws SQLException {
        boolean options = !pooled && session.looksAfterClients();
        additions = CommandEnvironment.additions(session.token(), options, settings.environment());
        ownGroup = true;
    }

    @Override
    public Ended run(Control control) throws InterruptedException {
        ErrorTee tee = settings.capture() ? new ErrorTee(settings.stderr()) : null;
        CommandProcess process = start(control, tee);
        // a signal that came while it was starting is the command's
        Thread.interrupted();
        control.started(process);
        try {
            int status = process.await();
            return new Ended(
                    status,
                    "exited with " + status,
                    tee == null || status == 0
                            ? Optional.empty()
                            : FailureReader.read(tee.text().text()),
                    tee == null,
                    process.gone());
        } finally {
            control.ended();
        }
    }

    private CommandProcess start(Control control, @Nullable ErrorTee tee) {
        try {
            return CommandProcess.start(settings.command(), additions, ownGroup && settings.capture(), tee);
        } catch (IOException e) {
            control.ended();
            throw new GuardException(
                    ExitStatus.NOT_EXECUTABLE, "'" + settings.program() + "' cannot be executed: " + e.getMessage());
        }
    }
}
