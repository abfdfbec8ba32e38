package io.github.cleanstaletypes.internal.connect.setting;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was given, in libpq's words; a {@code jdbc:} URL may add what only the driver knows.
 *
 * <p>An empty value counts as not given. Not to be shared between threads.
 */
public final class Parameters {

    private final Map<Keyword, Setting> given = new EnumMap<>(Keyword.class);
    private final DriverProperties driver = new DriverProperties();
    private final Set<String> passedOver = new LinkedHashSet<>();

    @Nullable
    public Setting get(Keyword keyword) {
        return given.get(keyword);
    }

    /** The setting of a keyword that is there. */
    public Setting required(Keyword keyword) {
        return Objects.requireNonNull(given.get(keyword));
    }

    public boolean has(Keyword keyword) {
        return given.containsKey(keyword);
    }

    public Parameters put(Keyword keyword, @Nullable Setting setting) {
        if (setting != null && !setting.value().isEmpty()) {
            given.put(keyword, keyword.isSecret() ? setting : setting.withoutCredentials(keyword.keyword()));
        }
        return this;
    }

    public void putDriverProperty(String property, String value) {
        driver.set(property, value);
    }

    /** Notes that a parameter of another program's means nothing here. */
    public void passOver(String name) {
        passedOver.add(name);
    }

    /** The names of parameters that mean nothing here, in their order. */
    public List<String> passedOver() {
        return List.copyOf(passedOver);
    }

    /** Adds an argument for the server behind those that are given already. */
    public void addOption(Setting option) {
        String own = driver.get(DriverProperties.OPTIONS);
        Setting libpq = get(Keyword.OPTIONS);
        if (own != null) {
            driver.set(DriverProperties.OPTIONS, own + " " + option.value());
        } else {
            put(Keyword.OPTIONS, libpq == null ? option : option.part(libpq.value() + " " + option.value()));
        }
    }

    /** Adds from a weaker source what is not given yet. */
    public void fillFrom(Parameters weaker) {
        boolean placed = has(Keyword.HOST) || has(Keyword.HOSTADDR);
        weaker.given.forEach((keyword, setting) -> {
            // an address is part of the host: one from elsewhere would send a URL's host to another machine
            if (keyword != Keyword.HOSTADDR || !placed) {
                given.putIfAbsent(keyword, setting);
            }
        });
    }

    /** Adds from libpq's variables what is not given yet; a variable that is not needed is not even read. */
    public void fillFrom(Variables variables) {
        boolean placed = has(Keyword.HOST) || has(Keyword.HOSTADDR);
        for (Keyword keyword : Keyword.values()) {
            String variable = keyword.variable();
            if (variable != null && !has(keyword) && (keyword != Keyword.HOSTADDR || !placed)) {
                put(keyword, variables.get(variable));
            }
        }
    }

    /** The driver's properties: its own names first, then what libpq's keywords mean. */
    public DriverProperties driverProperties() {
        DriverProperties properties = driver.copy();
        given.forEach((keyword, setting) -> keyword.translate(setting, properties));
        return properties;
    }

    @Override
    public String toString() {
        return given.keySet().toString();
    }
}
