package io.github.cleanstaletypes.internal.reset.state;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done about the databases of one name, as far as their state decides it. */
public sealed interface ResetStep {

    /** Does each kind of step. */
    interface Doer<T> {
        T makeNew(MakeNew step) throws InterruptedException, SQLException;

        T alreadyNew(AlreadyNew step) throws InterruptedException, SQLException;

        T alreadyBack(AlreadyBack step) throws InterruptedException, SQLException;

        T swapBack(SwapBack step) throws InterruptedException, SQLException;

        T takeBack(TakeBack step) throws InterruptedException, SQLException;

        T goBack(GoBack step) throws InterruptedException, SQLException;

        T dropOld(DropOld step) throws InterruptedException, SQLException;

        T refused(Refused step);
    }

    /** Has it done. */
    <T> T by(Doer<T> doer) throws InterruptedException, SQLException;

    /**
     * Makes a new one, and lets it take the name.
     *
     * @param leftover what an interrupted reset has left, and goes first; null if there is none
     */
    record MakeNew(SeenDatabase present, @Nullable SeenDatabase leftover) implements ResetStep {
        @Override
        public <T> T by(Doer<T> doer) throws InterruptedException, SQLException {
            return doer.makeNew(this);
        }
    }

    /** Makes nothing: a reset has made this one, and nothing has come into it since. */
    record AlreadyNew(SeenDatabase present, SeenDatabase old) implements ResetStep {
        @Override
        public <T> T by(Doer<T> doer) throws InterruptedException, SQLException {
            return doer.alreadyNew(this);
        }
    }

    /** Swaps nothing: an undo has been here last. Another one would undo that. */
    record AlreadyBack(SeenDatabase present, SeenDatabase other) implements ResetStep {
        @Override
        public <T> T by(Doer<T> doer) throws InterruptedException, SQLException {
            return doer.alreadyBack(this);
        }
    }

    /** Swaps the names of the present one and of one that was set aside. */
    record SwapBack(SeenDatabase present, SeenDatabase old) implements ResetStep {
        @Override
        public <T> T by(Doer<T> doer) throws InterruptedException, SQLException {
            return doer.swapBack(this);
        }
    }

    /** Gives the name, which none has, back to the only one that was set aside. */
    record TakeBack(SeenDatabase old) implements ResetStep {
        @Override
        public <T> T by(Doer<T> doer) throws InterruptedException, SQLException {
            return doer.takeBack(this);
        }
    }

    /** Drops what an interrupted reset has left; the present one is the former one still. */
    record GoBack(SeenDatabase present, SeenDatabase leftover) implements ResetStep {
        @Override
        public <T> T by(Doer<T> doer) throws InterruptedException, SQLException {
            return doer.goBack(this);
        }
    }

    /** Drops those that were set aside; none if there is none. */
    record DropOld(List<SeenDatabase> old) implements ResetStep {
        @Override
        public <T> T by(Doer<T> doer) throws InterruptedException, SQLException {
            return doer.dropOld(this);
        }
    }

    /**
     * Does nothing.
     *
     * @param why a sentence without its full stop
     */
    record Refused(String why) implements ResetStep {
        @Override
        public <T> T by(Doer<T> doer) {
            return doer.refused(this);
        }
    }
}
