package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.claim.sql.StatementTarget;
import io.github.cleanstaletypes.internal.error.log.Fields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what belongs to one error: its message, its SQLSTATE, its fields and its statement may stand in lines apart. Holds some
 * lines at most, however many there are; not thread-safe.
 */
final class EventReader {

    /** A stack trace may stand between a message and its SQLSTATE. */
    private static final int REACH = 80;

    private static final int REMEMBERED = 40;

    /** Its SQLSTATE and its place may follow a notice. */
    private static final int LINES_OF_A_NOTICE = 4;

    /** Errors whose name some drivers hide: the statement has it. */
    private static final Set<Cause> WITHOUT_NAME = EnumSet.of(
            Cause.TYPE_RACE,
            Cause.RELATION_RACE,
            Cause.TYPE_EXISTS,
            Cause.RELATION_EXISTS,
            Cause.COLUMN_EXISTS,
            Cause.SCHEMA_EXISTS,
            Cause.SCHEMA_RACE,
            Cause.EXTENSION_RACE,
            Cause.FUNCTION_RACE,
            Cause.FUNCTION_EXISTS);

    private static final Pattern DATASOURCE = Pattern.compile("^Datasource .*, schema \"([^\"]{1,250})\"");

    private final Symptoms symptoms;
    private final Deque<String> recent = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private String own = "";
    private Clues current = Clues.NONE;
    private long position;
    private int distance;
    private int example;
    private int quiet;

    EventReader(Symptoms symptoms) {
        this.symptoms = symptoms;
    }

    /** Reads a line of text. */
    void line(String line) {
        LineReader read = LineReader.read(line, recent.isEmpty() ? "" : recent.getLast());
        int examples = Talk.examplesAfter(line);
        if (examples > 0) {
            close();
            example = examples;
        } else if (example > 0) {
            example -= line.isBlank() ? 0 : 1;
        } else {
            take(read, line);
        }
        remember(line);
    }

    private void take(LineReader read, String line) {
        quiet = read.notice() ? LINES_OF_A_NOTICE : Math.max(0, quiet - 1);
        if (read.forgiven()) {
            forget();
        } else if (read.statement() != null) {
            said(read.statement());
        } else if (read.schema() != null) {
            inSchema(read.schema());
        } else if (read.foreign() && read.clues().isEmpty()) {
            close();
        } else if (read.clues().isEmpty()) {
            silent(line);
        } else {
            read.clues().stream()
                    .filter(clues -> quiet == 0 || clues.isMessage())
                    .forEach(clues -> take(clues, line));
        }
    }

    /** Only an index has the schema that an error's fields tell. */
    private void inSchema(@Nullable String schema) {
        if (schema != null && current.cause() == Cause.DUPLICATE_ROWS) {
            current = current.in(schema);
        }
    }

    /** Reads what a driver or the server has printed by fields. */
    void record(Fields fields, String line) {
        String statement = RecordReader.statement(fields);
        if (RecordReader.isNotice(fields)) {
            if (!RecordReader.hasMessage(fields)) {
                // its message came before it
                current = Clues.NONE;
            }
            return;
        }
        Clues clues = RecordReader.clues(fields);
        if (clues.isForeign()) {
            close();
        } else if (!clues.isEmpty()) {
            take(clues, line);
        }
        inSchema(RecordReader.schema(fields));
        String inner = RecordReader.inner(fields);
        if (inner != null) {
            said(inner);
        }
        if (statement != null) {
            said(statement);
        }
    }

    /** Only remembers a line, of which the fields were read. */
    void remember(String line) {
        if (line.isBlank()) {
            return;
        }
        recent.addLast(line);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
    }

    /** Takes a statement of which is said that it failed. */
    void said(String statement) {
        if (!current.isEmpty()) {
            said.add(statement);
        } else {
            remember(statement);
        }
    }

    private void take(Clues clues, String line) {
        if (current.isEmpty() && !clues.sure() && clues.cause() == null && clues.sqlState() == null) {
            return;
        }
        boolean another = clues.cause() != null && current.cause() != null && !said.isEmpty();
        if (another || !current.agreesWith(clues)) {
            close();
        }
        boolean message = clues.cause() != null && current.cause() == null;
        if (current.isEmpty() || message) {
            if (current.isEmpty()) {
                position = symptoms.next();
            }
            own = line;
            before.clear();
            before.addAll(recent);
            after.clear();
        } else {
            follow(line);
        }
        current = current.and(clues);
        distance = 0;
    }

    private void silent(String line) {
        if (current.isEmpty()) {
            return;
        }
        follow(line);
        distance++;
        if (distance > REACH) {
            close();
        }
    }

    private void follow(String line) {
        if (after.size() < REMEMBERED) {
            after.add(line);
        }
    }

    /** The text says that it was no failure, or that it was a text of somebody's own. */
    private void forget() {
        if (current.isEmpty()) {
            symptoms.forgetLast();
        }
        current = Clues.NONE;
        said.clear();
    }

    private void close() {
        current.told().ifPresent(cause -> symptoms.add(position, symptom(cause)));
        current = Clues.NONE;
        distance = 0;
        said.clear();
    }

    private Symptom symptom(Cause told) {
        NamedObject named =
                told == Cause.SCHEMA_NOT_EMPTY && current.named() == null ? schemaBefore() : current.named();
        List<StatementTarget> targets = targets(told, named);
        Cause cause = told;
        if (told == Cause.OBJECT_EXISTS && named == null && current.cause() == null) {
            targets = targets.isEmpty() ? anyTarget() : targets;
            cause = targets.isEmpty() ? told : Cause.byTarget(targets.get(0).kind());
        }
        return new Symptom(
                cause,
                current.state(),
                current.constraint(),
                targets.size() == 1 ? NamedObject.of(cause, named, targets.get(0)) : named,
                targets,
                current.tool(),
                current.lost(),
                named != null && new StatementSearch(cause, named.name()).twice(before));
    }

    /** Prisma tells before it looks which schema it will look at. */
    private @Nullable NamedObject schemaBefore() {
        return before.stream()
                .map(DATASOURCE::matcher)
                .filter(Matcher::find)
                .map(matcher -> NamedObject.bare(matcher.group(1)))
                .findFirst()
                .orElse(null);
    }

    private List<StatementTarget> targets(Cause cause, @Nullable NamedObject named) {
        if (current.tool() != null || (named == null && !WITHOUT_NAME.contains(cause))) {
            return List.of();
        }
        return new StatementSearch(cause, named == null ? null : named.name()).in(said, before, own, after);
    }

    /** 42710 without a message is of whatever the statement was to create. */
    private List<StatementTarget> anyTarget() {
        for (Cause cause :
                new Cause[] {Cause.TYPE_EXISTS, Cause.POLICY_EXISTS, Cause.TRIGGER_EXISTS, Cause.CONSTRAINT_EXISTS}) {
            List<StatementTarget> targets = new StatementSearch(cause, null)
                    .in(said, before.subList(Math.max(0, before.size() - 1), before.size()), own, after);
            if (!targets.isEmpty()) {
                return targets;
            }
        }
        return List.of();
    }

    /** Nothing follows. */
    void end() {
        close();
    }
}
