package io.github.cleanstaletypes.internal.guard.command;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Receives signals instead of the JVM: those that end a process, and those that programs give a meaning of their own. QUIT stays the
 * JVM's, which prints its threads.
 *
 * <p>By reflection: {@code sun.misc.Signal} of the module jdk.unsupported is what every JVM has, and no compiler takes it without a
 * warning. Where there is no such class, or the JVM keeps a signal for itself (as with {@code -Xrs}), that signal does what it always does.
 */
public final class Signals implements AutoCloseable {

    private static final String[] NAMES = {"TERM", "INT", "HUP", "USR1", "USR2"};

    private final Map<Object, Object> former = new LinkedHashMap<>();

    /**
     * From now on.
     *
     * @param receiver is told the name, such as {@code TERM}, by a thread of the JVM's for each signal
     */
    public void receive(Consumer<String> receiver) {
        for (String name : NAMES) {
            receive(name, receiver);
        }
    }

    private void receive(String name, Consumer<String> receiver) {
        try {
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            Object signal = Class.forName("sun.misc.Signal")
                    .getConstructor(String.class)
                    .newInstance(name);
            Object handler = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "handle" -> {
                            receiver.accept(name);
                            yield null;
                        }
                        case "equals" -> proxy == arguments[0];
                        case "hashCode" -> System.identityHashCode(proxy);
                        default -> "a guard's handler of " + name;
                    });
            former.put(signal, handle(signal, handler));
        } catch (ReflectiveOperationException e) {
            // it is the JVM's, and does what it always does
        }
    }

    private static Object handle(Object signal, Object handler) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.SignalHandler");
        return signal.getClass().getMethod("handle", signal.getClass(), type).invoke(null, signal, handler);
    }

    /** The number that a signal adds to 128 in an exit status. */
    public static int number(String name) {
        return switch (name) {
            case "HUP" -> 1;
            case "INT" -> 2;
            default -> 15;
        };
    }

    @Override
    public void close() {
        former.forEach((signal, handler) -> {
            try {
                handle(signal, handler);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
