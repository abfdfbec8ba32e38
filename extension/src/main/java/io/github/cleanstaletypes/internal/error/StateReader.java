package io.github.cleanstaletypes.internal.error;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in a line what is not translated: SQLSTATE, condition, constraint. Stateless. */
final class StateReader {

    private static final String CODE = "([0-9A-Z]{5})(?![0-9A-Za-z_])";

    /** As drivers print it: SQLSTATE[42710], SQL State  : 42710, (SQLSTATE 42710), pgcode=42710. */
    private static final Pattern LABELLED = Pattern.compile(
            "(?<![A-Za-z])(?i:sql[ _-]?state(?:_code)?|pgcode|error code)[^0-9A-Za-z]{0,12}(?:SqlState[^0-9A-Za-z]{0,3})?E?"
                    + CODE);

    /** A number that may be of anything: code: '42710'. */
    private static final Pattern UNSURE =
            Pattern.compile("(?<![A-Za-z])(?i:code|'C')[^0-9A-Za-z]{1,12}(?:SqlState[^0-9A-Za-z]{0,3})?E?" + CODE);

    /** As the server, libpq and others print it: {@code ERROR:  42710: type …}, {@code 42710 ERROR:}, {@code ERROR 42710 (…)}. */
    private static final Pattern BESIDE_SEVERITY = Pattern.compile("(?:[\\p{L})]\\s?[:：]\\s{1,3}" + CODE + "[:：]\\s"
            + "|(?<![0-9A-Za-z])" + CODE + "[^0-9A-Za-z]{1,4}(?:ERROR|FATAL)\\b"
            + "|\\b(?:ERROR|FATAL)[: ]{1,3}" + CODE + "(?: ?\\(|\\s*$))");

    /** As classes of drivers are called, and as Elixir's driver has it in parentheses; SQL has the same words with an underscore. */
    private static final Pattern CONDITION = Pattern.compile(
            "(?<![A-Za-z])(?:UniqueViolation|Duplicate(?:Object|Table|Schema|Function|Database|Column)|TRDeadlockDetected|DeadlockDetected"
                    + "|LockNotAvailable|QueryCanceled|DependentObjectsStillExist)(?=Error|[^A-Za-z]|$)"
                    + "|(?<=[(:])(?:unique_violation|duplicate_(?:object|table|schema|function|database|column)|deadlock_detected"
                    + "|lock_not_available|query_canceled|dependent_objects_still_exist)(?=[),])");

    private static final Pattern INDEX = Pattern.compile("(?<![A-Za-z0-9_])pg_[a-z_]{3,50}_index(?![A-Za-z0-9_])");

    /** Classes of the SQLSTATEs that a migration's errors have; a word of five capitals is none. */
    private static final Set<String> CLASSES = Set.of(
            "00", "01", "02", "08", "0A", "22", "23", "25", "26", "28", "2B", "34", "3D", "3F", "40", "42", "53", "54",
            "55", "57", "58", "XX", "P0", "HV");

    private StateReader() {}

    /** Counters of a metric have the code as a label. */
    private static final Pattern METRIC = Pattern.compile("^[a-z_:]+\\{[^}]*\\} [\\d.e+]+$");

    /** The clues, of which a SQLSTATE of another family is one too. */
    static Clues in(String line) {
        if (METRIC.matcher(line).matches()) {
            return Clues.NONE;
        }
        Optional<CatalogIndex> columns = UniqueKeyDetail.columns(line);
        if (columns.isPresent()) {
            return Clues.constraint(columns.get().constraint());
        }
        Clues state = state(line);
        Matcher index = INDEX.matcher(line);
        return index.find() && UniqueKeyDetail.isCatalogIndex(index.group())
                ? state.and(Clues.index(index.group()))
                : state;
    }

    private static Clues state(String line) {
        for (Pattern pattern : new Pattern[] {LABELLED, BESIDE_SEVERITY}) {
            Matcher matcher = pattern.matcher(line);
            while (matcher.find()) {
                for (int i = 1; i <= matcher.groupCount(); i++) {
                    if (isState(matcher.group(i))) {
                        return Clues.state(matcher.group(i), true);
                    }
                }
            }
        }
        Matcher condition = CONDITION.matcher(line);
        if (condition.find()) {
            return Clues.state(
                    ConditionNames.byName(
                            condition.group().toLowerCase(Locale.ROOT).replace("_", "")),
                    true);
        }
        Matcher unsure = UNSURE.matcher(line);
        return unsure.find() && isState(unsure.group(1)) ? Clues.state(unsure.group(1), false) : Clues.NONE;
    }

    static boolean isState(@Nullable String code) {
        return code != null
                && code.length() == 5
                && CLASSES.contains(code.substring(0, 2))
                && code.chars().anyMatch(Character::isDigit);
    }
}
