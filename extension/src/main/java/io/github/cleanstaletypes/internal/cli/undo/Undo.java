package io.github.cleanstaletypes.internal.cli.undo;

import io.github.cleanstaletypes.internal.apply.Progress;

/** Keeps what undoes each change, before it is made. Can be shared between threads. */
public interface Undo extends AutoCloseable {

    /** Keeps nothing. */
    Undo NONE = new Undo() {
        @Override
        public Progress of(String database) {
            return Progress.SILENT;
        }

        @Override
        public void close() {}
    };

    /** Hears of the changes in one database. */
    Progress of(String database);

    @Override
    void close();
}
