package io.github.cleanstaletypes.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field of a test class that may hold a database. */
record Holder(Field field) {

    /** The fields of the class, its superclasses, interfaces and enclosing classes, the nearest first; private ones too. */
    static List<Holder> of(Class<?> testClass) {
        List<Holder> holders = new ArrayList<>();
        for (Class<?> type : hierarchy(testClass)) {
            for (Field field : type.getDeclaredFields()) {
                if (!field.isSynthetic()) {
                    holders.add(new Holder(field));
                }
            }
        }
        return holders;
    }

    private static Set<Class<?>> hierarchy(Class<?> testClass) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> outer = testClass; outer != null; outer = outer.getEnclosingClass()) {
            add(outer, types);
        }
        return types;
    }

    private static void add(@Nullable Class<?> type, Set<Class<?>> types) {
        if (type == null || type == Object.class || !types.add(type)) {
            return;
        }
        add(type.getSuperclass(), types);
        for (Class<?> implemented : type.getInterfaces()) {
            add(implemented, types);
        }
    }

    boolean isStatic() {
        return Modifier.isStatic(field.getModifiers());
    }

    boolean isDeclaredAs(Class<?> type) {
        return type.isAssignableFrom(field.getType());
    }

    /**
     * What the static field holds.
     *
     * @throws Misuse if it cannot be read, or its class cannot be initialised
     */
    @Nullable
    Object value() {
        if (!field.trySetAccessible()) {
            throw new Misuse(this + " cannot be read: open its package, "
                    + field.getDeclaringClass().getPackageName() + ", to the module io.github.cleanstaletypes");
        }
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new Misuse(this + " cannot be read", e);
        } catch (ExceptionInInitializerError e) {
            throw new Misuse(this + " cannot be read: the static initialiser of its class failed", e);
        }
    }

    /** As one would write it, such as {@code static DataSource dataSource of OrdersTest}. */
    @Override
    public String toString() {
        return (isStatic() ? "static " : "") + declaration() + " of "
                + field.getDeclaringClass().getSimpleName();
    }

    /** Type and name. */
    String declaration() {
        return field.getType().getSimpleName() + " " + field.getName();
    }
}
