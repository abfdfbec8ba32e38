package io.github.cleanstaletypes.internal.connect.libpq;

import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import io.github.cleanstaletypes.internal.connect.setting.ShownPath;
import io.github.cleanstaletypes.internal.connect.setting.Variables;
import io.github.cleanstaletypes.internal.file.FileProblem;
import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.file.SizeLimit;
import java.io.IOException;
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
    private final @Nullable Setting named;

    /** @param named what names the file, or null if it is where such files are by default */
    private ServiceFile(Path file, String service, @Nullable Setting named) {
        this.file = file;
        this.service = service;
        this.named = named;
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
        Parameters parameters = new ServiceFile(file, service.value(), named).read();
        for (Path system : ConfigFiles.systemServiceFiles(environment)) {
            if (parameters == null) {
                parameters = new ServiceFile(system, service.value(), null).read();
            }
        }
        if (parameters == null) {
            throw service.problem("no such service in " + ShownPath.of(file.toString()));
        }
        return parameters;
    }

    /** What the service has, or null if the file does not exist or lacks the service. */
    private @Nullable Parameters read() {
        if (named == null && !Files.exists(file)) {
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
            return PlainFile.text(file, SizeLimit.LIBPQ).lines().toList();
        } catch (IOException e) {
            String origin = named == null ? "" : named.origin() + ": ";
            throw new SettingsException(origin + "the service file " + ShownPath.of(file.toString())
                    + " cannot be read: " + FileProblem.inWords(e));
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
            throw new SettingsException(origin + ": unknown parameter; write one of libpq's");
        }
        if (!parameters.has(keyword)) {
            parameters.put(keyword, new Setting(line.substring(equals + 1), origin));
        }
    }
}
