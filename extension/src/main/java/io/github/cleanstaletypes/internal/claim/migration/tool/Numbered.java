package io.github.cleanstaletypes.internal.claim.migration.tool;

import static io.github.cleanstaletypes.internal.claim.migration.tool.Listing.group;

import io.github.cleanstaletypes.internal.claim.migration.ScriptFile;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files whose names begin with a number by which they are ordered. Immutable. */
final class Numbered {

    private final Pattern script;
    private final Pattern program;

    /** Scripts only; the whole of a name has the number as its first group. */
    Numbered(String script) {
        this(script, "(?!)()");
    }

    /**
     * @param script the whole of a script's name, with the number as its first group
     * @param program the whole of a program's name, likewise
     */
    Numbered(String script, String program) {
        this.script = Pattern.compile(script);
        this.program = Pattern.compile(program);
    }

    /** Whether there are such scripts, no two of one number, and no others. */
    boolean areAllOf(Listing listing) {
        return !listing.folder().isEmpty()
                && listing.folder().stream()
                        .allMatch(file -> group(script, file).isPresent())
                && distinct(listing);
    }

    /** Whether there are such scripts, no two of one number, and no other files than those of these names. */
    Mark among(Listing listing, Pattern names) {
        boolean all = listing.folder().stream()
                .allMatch(file -> names.matcher(Listing.base(file)).matches());
        return all && !files(listing).isEmpty() && distinct(listing) ? Mark.POSSIBLE : Mark.NONE;
    }

    /** Such files as migrations, each with its whole text. */
    List<ToolMigration> migrations(Listing listing) {
        return files(listing).stream()
                .map(file -> new ToolMigration(number(file), file.name(), listing.text(file), true))
                .toList();
    }

    /** Whether no two have one number. */
    boolean distinct(Listing listing) {
        List<String> numbers = files(listing).stream().map(this::number).toList();
        return numbers.stream().distinct().count() == numbers.size();
    }

    /** Such files of the folder, programs too, in order. */
    List<ScriptFile> files(Listing listing) {
        return Stream.concat(
                        listing.folder().stream()
                                .filter(file -> group(script, file).isPresent()),
                        listing.programs(program).stream())
                .sorted(Comparator.comparing(file -> new BigInteger(number(file))))
                .toList();
    }

    /** The number without zeros in front, as a history holds it. */
    String number(ScriptFile file) {
        return new BigInteger(group(script, file).or(() -> group(program, file)).orElseThrow()).toString();
    }
}
