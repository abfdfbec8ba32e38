package io.github.cleanstaletypes.internal.connect.setting;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An environment of which each variable that is read is searched for secrets. */
record WatchedEnvironment(Environment environment, Secrets secrets) implements Environment {

    @Override
    public @Nullable String get(String name) {
        String value = environment.get(name);
        if (value != null) {
            secrets.learnFrom(name, value);
        }
        return value;
    }

    @Override
    public Path home() {
        return environment.home();
    }

    @Override
    public @Nullable String osUser() {
        return environment.osUser();
    }

    @Override
    public String toString() {
        return environment.toString();
    }
}
