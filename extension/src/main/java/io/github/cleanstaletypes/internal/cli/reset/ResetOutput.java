package io.github.cleanstaletypes.internal.cli.reset;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.reset.ResetListener;
import io.github.cleanstaletypes.internal.reset.ResetReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a reset has to say, in one format. */
public interface ResetOutput extends ResetListener, AutoCloseable {

    /** The settings are read; what is told from now on is done, or in a dry run would be. */
    void begin(boolean dryRun);

    /** Something that the user should know of the settings. */
    void warn(String warning);

    /** It did its work. */
    void ended(ResetReport report);

    /**
     * It could not.
     *
     * @param failure why the server could not be connected to, or null if that was not it
     */
    void failed(Failure failure, @Nullable ConnectionFailure unreachable);

    /**
     * Why it could not.
     *
     * @param error one line
     * @param reasons one line each, if there are several
     * @param refused whether nothing was begun
     */
    record Failure(int exitCode, String error, List<String> reasons, boolean refused) {}

    @Override
    void close();
}
