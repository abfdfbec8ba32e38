package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.cli.json.Document;
import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says what a command has to say, in one format. */
interface Output extends Progress, AutoCloseable {

    /** Before anything else. */
    default void begin() {}

    /** An attempt to connect failed, and there will be another one; called for each. */
    void waitingForDatabase(ConnectionFailure failure, Duration atMost);

    /** The database answered, and whether any name is claimed in it. */
    default void connected(String description, boolean anythingClaimed) {}

    /** Migrations are pending, or nobody knows whether any is; called for each answer that is another one. */
    void waitingForMigrations(String why, Duration atMost);

    /** What follows is about this database of several. */
    default void database(String name) {}

    /** Something that the user should know of the settings. */
    void warn(String warning);

    /** The command did its work. */
    void end(Document document);

    /**
     * The command could not do its work; {@link Document#error()} says why.
     *
     * @param failure why the database could not be connected to, or null if that was not it
     */
    void failed(Document document, @Nullable ConnectionFailure failure);

    @Override
    void close();
}
