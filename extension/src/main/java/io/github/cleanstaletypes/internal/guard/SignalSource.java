package io.github.cleanstaletypes.internal.guard;

import java.util.function.Consumer;

/** Where a guard's signals come from. */
interface SignalSource extends AutoCloseable {

    /**
     * From now on, until it is closed.
     *
     * @param receiver is told the name, such as {@code TERM}
     */
    void receive(Consumer<String> receiver);

    @Override
    void close();
}
