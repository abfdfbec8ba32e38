package io.github.cleanstaletypes.internal.connect;

import io.github.cleanstaletypes.internal.connect.libpq.ConfigFiles;
import io.github.cleanstaletypes.internal.connect.libpq.PasswordFile;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Host;
import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import io.github.cleanstaletypes.internal.connect.setting.ShownPath;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who logs in, and with which password. Immutable; its text never holds the password. */
final class Credentials {

    private final String user;
    private final @Nullable String password;
    private final @Nullable PasswordFile passwordFile;

    private Credentials(String user, @Nullable String password, @Nullable PasswordFile passwordFile) {
        this.user = user;
        this.password = password;
        this.passwordFile = passwordFile;
    }

    static Credentials of(Parameters parameters, Source source, Environment environment) {
        Setting user = parameters.get(Keyword.USER);
        String name = user == null ? environment.osUser() : user.value();
        if (name == null) {
            throw source.lacks("user", "name one there, or set PGUSER");
        }
        Setting password = parameters.get(Keyword.PASSWORD);
        if (password != null) {
            return new Credentials(name, password.value(), null);
        }
        Setting file = parameters.get(Keyword.PASSFILE);
        return new Credentials(
                name,
                null,
                file == null ? PasswordFile.read(ConfigFiles.passwordFile(environment)) : PasswordFile.named(file));
    }

    String user() {
        return user;
    }

    void addTo(Secrets secrets) {
        secrets.add(password);
        if (passwordFile != null) {
            passwordFile.addTo(secrets);
        }
    }

    List<String> warnings() {
        String warning = passwordFile == null ? null : passwordFile.warning();
        return warning == null ? List.of() : List.of(warning);
    }

    /**
     * The password for these servers, or null.
     *
     * @throws SettingsException if the password file has different ones: the driver sends one to all of them
     */
    @Nullable
    String passwordFor(List<Host> hosts, String database) {
        if (passwordFile == null) {
            return password;
        }
        Host first = hosts.get(0);
        String found = passwordFile.find(first, database, user);
        for (Host host : hosts) {
            if (!Objects.equals(found, passwordFile.find(host, database, user))) {
                throw new SettingsException(ShownPath.of(passwordFile.file().toString()) + ": " + first + " and " + host
                        + " do not have the same password, but the JDBC driver sends one to all hosts;"
                        + " give it in PGPASSWORD, or name one host");
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return user;
    }
}
