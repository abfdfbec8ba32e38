package io.github.cleanstaletypes.internal.cli.option;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.InvalidNameException;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.cli.syntax.Option;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.ShownPath;
import io.github.cleanstaletypes.internal.file.FileProblem;
import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.file.SizeLimit;
import io.github.cleanstaletypes.report.ClaimSource;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The names that somebody wrote: {@code --type}, {@code STALE_TYPES}, {@code --types-file}. */
final class ClaimedNames {

    static final String SHORT_VARIABLE = "STALE_TYPES";

    private final OptionValues values;
    private final Environment environment;

    ClaimedNames(OptionValues values, Environment environment) {
        this.values = values;
        this.environment = environment;
    }

    List<Claim> read() {
        List<Claim> claims = new ArrayList<>();
        written().forEach(value -> parse(value::origin, value.text(), claims));
        Value file = values.text(Option.TYPES_FILE);
        if (file != null) {
            claims.addAll(read(file));
        }
        return claims;
    }

    private List<Value> written() {
        List<Value> written = values.texts(Option.TYPE);
        String names = environment.get(SHORT_VARIABLE);
        if (values.isWritten(Option.TYPE) || names == null || names.isBlank()) {
            return written;
        }
        if (!written.isEmpty()) {
            throw new UsageException(
                    Option.TYPE.variable() + " and " + SHORT_VARIABLE + " are both set; unset one of them");
        }
        return List.of(new Value(SHORT_VARIABLE, names).withoutCredentials());
    }

    private static List<Claim> read(Value file) {
        List<String> lines;
        try {
            lines = PlainFile.text(Path.of(file.text()), SizeLimit.NAMES)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw file.fileProblem("cannot be read: " + FileProblem.inWords(e));
        } catch (InvalidPathException e) {
            throw file.fileProblem("cannot be read: " + FileProblem.inWords(e));
        }
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = (i == 0 ? lines.get(i).replaceFirst("^\uFEFF", "") : lines.get(i)).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                int number = i + 1;
                // of thousands of lines, and it looks for the file
                parse(
                        () -> file.origin() + ": " + ShownPath.of(file.text()) + ", line " + number,
                        withoutComment(line),
                        claims);
            }
        }
        return claims;
    }

    /** A # inside double quotes belongs to the name. */
    private static String withoutComment(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                quoted = !quoted;
            } else if (line.charAt(i) == '#' && !quoted) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    private static void parse(Supplier<String> origin, String names, List<Claim> claims) {
        try {
            for (SqlName name : SqlName.parseList(names)) {
                claims.add(new Claim(name, ClaimSource.HAND));
            }
        } catch (InvalidNameException e) {
            throw new UsageException(origin.get() + ": name " + e.number() + " is not a type's name: " + e.reason());
        }
    }
}
