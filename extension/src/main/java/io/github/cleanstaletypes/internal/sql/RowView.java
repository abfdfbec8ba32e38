package io.github.cleanstaletypes.internal.sql;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows the readers of rows one that did not come in columns; as much of {@link ResultSet} as they use. Not thread-safe. */
final class RowView {

    private final Map<String, @Nullable Object> columns;
    private boolean wasNull;

    private RowView(Map<String, @Nullable Object> columns) {
        this.columns = columns;
    }

    static ResultSet of(Map<String, @Nullable Object> columns) {
        RowView row = new RowView(columns);
        return proxy(ResultSet.class, row::answer);
    }

    private @Nullable Object answer(Method method, Object @Nullable [] arguments) {
        if (method.getName().equals("wasNull")) {
            return wasNull;
        }
        Object value = column(Objects.requireNonNull(arguments)[0]);
        wasNull = value == null;
        String text = value == null ? null : String.valueOf(value);
        return switch (method.getName()) {
            case "getString" -> text;
            case "getBoolean" -> "true".equals(text) || "t".equals(text);
            case "getInt" -> text == null ? 0 : Integer.parseInt(text);
            case "getLong" -> text == null ? 0L : Long.parseLong(text);
            case "getDouble" -> text == null ? 0.0 : Double.parseDouble(text);
            case "getArray" -> value == null ? null : array((List<?>) value);
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    private @Nullable Object column(Object which) {
        if (which instanceof Integer number) {
            return new ArrayList<>(columns.values()).get(number - 1);
        }
        if (!columns.containsKey(which)) {
            throw new IllegalArgumentException("no column " + which);
        }
        return columns.get(which);
    }

    private static Array array(List<?> values) {
        return proxy(Array.class, (method, arguments) -> values.toArray());
    }

    private interface Answer {
        @Nullable
        Object to(Method method, Object @Nullable [] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                RowView.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method, arguments)));
    }
}
