package io.github.cleanstaletypes.internal.connect.libpq;

import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import io.github.cleanstaletypes.internal.connect.setting.Variables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * libpq's file of named services: sections {@code [name]} of lines {@code keyword=value}, without blanks around the
 * equals sign.
 *
 * <p>PostgreSQL manual, "The Connection Service File": the file of the user first, that of the system only if the user's
 * does not have the service.
 */
public final class ServiceFile {

    private final Path file;
    private final String service;

    private ServiceFile(Path file, String service) {
        this.file = file;
        this.service = service;
    }

    /** Fills what is not given yet from the service that was given, if one was. */
    public static void fill(Parameters parameters, Variables variables) {
        Setting service = orVariable(parameters, Keyword.SERVICE, variables);
        if (service == null) {
            return;
        }
        Parameters found = find(service, orVariable(parameters, Keyword.SERVICEFILE, variables), variables);
        parameters.fillFrom(found);
    }

    private static @Nullable Setting orVariable(Parameters parameters, Keyword keyword, Variables variables) {
        Setting given = parameters.get(keyword);
        String variable = keyword.variable();
        return given != null || variable == null ? given : variables.get(variable);
    }

    private static Parameters find(Setting service, @Nullable Setting named, Variables variables) {
        Environment environment = variables.environment();
        Path file = named == null ? ConfigFiles.serviceFile(environment) : ConfigFiles.path(named);
        if (named != null && !Files.isRegularFile(file)) {
            throw named.problem("the service file " + file + " does not exist");
        }
        Parameters parameters = new ServiceFile(file, service.value()).read();
        for (Path system : ConfigFiles.systemServiceFiles(environment)) {
            if (parameters == null) {
                parameters = new ServiceFile(system, service.value()).read();
            }
        }
        if (parameters == null) {
            throw service.problem("no service \"" + service.value() + "\" in " + file);
        }
        return parameters;
    }

    /** What the service has, or null if the file does not exist or lacks the service. */
    private @Nullable Parameters read() {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        Parameters parameters = null;
        int number = 0;
        for (String line : lines()) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (text.startsWith("[")) {
                if (parameters != null) {
                    return parameters;
                }
                if (text.startsWith("[" + service + "]")) {
                    parameters = new Parameters();
                }
            } else if (parameters != null) {
                add(text, number, parameters);
            }
        }
        return parameters;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SettingsException(file + ": the service file cannot be read");
        }
    }

    private void add(String line, int number, Parameters parameters) {
        String origin = file + " line " + number;
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new SettingsException(origin + ": no \"=\"; write keyword=value");
        }
        Keyword keyword = Keyword.named(line.substring(0, equals));
        if (keyword == null || keyword == Keyword.SERVICE || keyword == Keyword.SERVICEFILE) {
            throw new SettingsException(
                    origin + ": unknown parameter \"" + line.substring(0, equals) + "\"; write one of libpq's");
        }
        if (!parameters.has(keyword)) {
            parameters.put(keyword, new Setting(line.substring(equals + 1), origin, !keyword.isSecret()));
        }
    }
}
