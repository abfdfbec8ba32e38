package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one line of a log. What is not translated comes first: SQLSTATE, condition, constraint, key; English is the last resort. */
final class LogLine {

    private static final String CODE = "([0-9A-Z]{5})(?![0-9A-Za-z_])";

    /** As drivers print it: code: '42710', SQLSTATE[42710], SQL State  : 42710, SqlState(E42710), (SQLSTATE 42710). */
    private static final Pattern LABELLED = Pattern.compile(
            "(?<![A-Za-z])(?i:sql[ _-]?state|pgcode|code|'C')[^0-9A-Za-z]{0,12}(?:SqlState[^0-9A-Za-z]{0,3})?E?"
                    + CODE);

    /** As the server, libpq and others print it: {@code ERROR:  42710: type …}, {@code 42710 ERROR:}, {@code ERROR 42710 (…)}. */
    private static final Pattern BESIDE_SEVERITY = Pattern.compile("[\\p{L})]\\s?[:：]\\s{1,3}" + CODE + "[:：]"
            + "|(?<![0-9A-Za-z])" + CODE + "[^0-9A-Za-z]{1,4}(?:ERROR|FATAL)\\b"
            + "|\\b(?:ERROR|FATAL)[: ]{1,3}" + CODE + " ?\\(");

    private static final Pattern CONDITION = Pattern.compile(
            "(?<![A-Za-z])(?i:(?:TR_?)?(?:unique_?violation|duplicate_?(?:object|table|schema|function|database)|deadlock_?detected"
                    + "|lock_?not_?available|query_?canceled))(?=Error|[^A-Za-z]|$)");

    private static final Pattern INDEX = Pattern.compile("(?<![A-Za-z0-9_])pg_[a-z_]{3,50}_index(?![A-Za-z0-9_])");
    /** A notice has an error's SQLSTATE and text; its severity in the languages that the server speaks. */
    private static final Pattern NOTICE =
            Pattern.compile("(?:^|[^\\p{L}])(?:NOTICE|HINWEIS|ЗАМЕЧАНИЕ|注意|알림|NOTIFICA|NOTIS|ПОВІДОМЛЕННЯ"
                    + "|გაფრთხილება)\\s?[:：]\\s");

    /** What a statement in the same line creates: some tools print it in front of a message that has no name. */
    private static final Pattern CREATE = Pattern.compile(
            "(?i)\\bcreate\\s+(?:table|type|domain|(?:materialized\\s+)?view|sequence)\\s+"
                    + "(?:if\\s+not\\s+exists\\s+)?(?:(?:\"[^\"]{1,250}\"|\\w{1,63})\\.)?(?:\"([^\"]{1,250})\"|(\\w{1,63}))");

    private static final String DUPLICATE_KEY = "duplicate key value violates unique constraint";
    private static final Pattern MESSAGE = Pattern.compile("^[^\"«»„“”「『]{1,120}[:：]\\s");
    private static final Pattern STACK = Pattern.compile("^\\s*(?:at |File \"|from |\\.\\.\\. \\d+ more)");

    /** One of these is in each line that gives anything away. Most lines of a log have none, and looking closer takes long. */
    private static final List<String> TRACES = List.of(
            "already exists",
            "_index",
            "2350",
            "4271",
            "42P0",
            "4272",
            "40P01",
            "55P03",
            "57014",
            "XX000",
            ")=(",
            "typname",
            "iolation",
            "uplicate",
            "eadlock",
            "ockNotAvailable",
            "lock_not_available",
            "ueryCanceled",
            "query_canceled",
            "concurrently",
            "cache lookup",
            "open relation",
            "canceling",
            "could not obtain",
            "non-empty",
            "already locked",
            "change log lock");

    private LogLine() {}

    static Clues clues(String line) {
        if (TRACES.stream().noneMatch(line::contains) || NOTICE.matcher(line).find()) {
            return Clues.NONE;
        }
        Clues clues = new Clues(sqlState(line), constraint(line), null, null, false);
        clues = UniqueKeyDetail.in(line)
                .map(Clues::of)
                .filter(clues::agreesWith)
                .map(clues::and)
                .orElse(clues);
        Clues words = MessageReader.in(line);
        if (clues.agreesWith(words)) {
            clues = clues.and(words);
        }
        if (clues.lacksName()) {
            clues = withName(clues, line);
        }
        return clues.named() == null && (clues.constraint() != null) ? created(clues, line) : clues;
    }

    private static Clues created(Clues clues, String line) {
        CatalogIndex index = CatalogIndex.named(clues.constraint()).orElse(null);
        Matcher create = CREATE.matcher(line);
        if ((index != CatalogIndex.TYPE && index != CatalogIndex.RELATION) || !create.find()) {
            return clues;
        }
        String quoted = create.group(1);
        return clues.naming(quoted == null ? create.group(2).toLowerCase(Locale.ROOT) : quoted, false);
    }

    /** The clues with the name that this line has in quotes, if it looks like the error's message. */
    static Clues withName(Clues clues, String line) {
        if (STACK.matcher(line).find() || !MESSAGE.matcher(line).find()) {
            return clues;
        }
        return MessageReader.quoted(line)
                .map(name -> clues.naming(name, MessageReader.aboutAType(line)))
                .orElse(clues);
    }

    /** Whether it is a name of the kind that the catalogs' indexes have. */
    static boolean namesIndex(@Nullable String constraint) {
        return constraint != null && INDEX.matcher(constraint).matches();
    }

    private static @Nullable String sqlState(String line) {
        Matcher labelled = LABELLED.matcher(line);
        while (labelled.find()) {
            if (ConditionNames.known(labelled.group(1))) {
                return labelled.group(1);
            }
        }
        Matcher beside = BESIDE_SEVERITY.matcher(line);
        while (beside.find()) {
            for (int i = 1; i <= beside.groupCount(); i++) {
                if (ConditionNames.known(beside.group(i))) {
                    return beside.group(i);
                }
            }
        }
        Matcher condition = CONDITION.matcher(line);
        if (condition.find()) {
            return ConditionNames.byName(
                    condition.group().toLowerCase(Locale.ROOT).replace("_", ""));
        }
        return line.contains(DUPLICATE_KEY) ? SqlStates.UNIQUE_VIOLATION : null;
    }

    private static @Nullable String constraint(String line) {
        Matcher index = INDEX.matcher(line);
        return index.find() ? index.group() : null;
    }
}
