package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.error.log.Fields;
import io.github.cleanstaletypes.internal.error.message.Match;
import io.github.cleanstaletypes.internal.error.message.Meaning;
import io.github.cleanstaletypes.internal.error.message.ServerMessages;
import io.github.cleanstaletypes.internal.error.message.Severity;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an error whose fields are apart, as drivers and the server's structured logs print it. Stateless. */
final class RecordReader {

    private static final String[] SEVERITY = {
        "severity", "V", "severityunlocalized", "invariantseverity", "errorseverity", "severitylocal", "S"
    };
    private static final String[] STATE = {"sqlstate", "sqlstatecode", "statecode", "pgcode", "code", "C", "errorcode"};
    private static final String[] MESSAGE = {"messagetext", "messageprimary", "message", "M", "msg"};
    private static final String[] DETAIL = {"detail", "messagedetail", "D"};
    private static final String[] CONSTRAINT = {"constraint", "constraintname", "n"};
    private static final String[] SCHEMA = {"schema", "schemaname", "s"};
    private static final String[] ROUTINE = {"routine", "R", "location", "funcname", "sourcefunction"};
    private static final String[] STATEMENT = {"query", "statement", "sql", "internalquery", "failedquery"};

    /** Fields that are read here and need not be read as texts again. */
    private static final Set<String> READ = Set.of("message", "M", "detail", "D", "hint", "H", "messagetext");

    private RecordReader() {}

    /** Whether it is what PostgreSQL has said, and no log line of somebody else's. */
    static boolean isServers(Fields fields) {
        return state(fields) != null
                && (fields.get(SEVERITY) != null || isFamily(fields) || fields.get(ROUTINE) != null);
    }

    private static boolean isFamily(Fields fields) {
        String message = fields.get(MESSAGE);
        return message != null && !ServerMessages.in(message).isEmpty();
    }

    /** Whether it is less than an error. */
    static boolean isNotice(Fields fields) {
        String word = fields.get(SEVERITY);
        Severity severity = word == null ? null : ServerMessages.severity(word).orElse(null);
        return (severity != null && severity.compareTo(Severity.ERROR) < 0)
                || Stream.ofNullable(fields.get(MESSAGE))
                        .flatMap(message -> ServerMessages.in(message).stream())
                        .anyMatch(match -> match.message().meaning() == Meaning.SKIPPED);
    }

    static boolean hasMessage(Fields fields) {
        return fields.get(MESSAGE) != null;
    }

    static boolean isRead(String key) {
        return READ.contains(key);
    }

    /** The schema of what the error is about; none of the server's own. */
    static @Nullable String schema(Fields fields) {
        String schema = fields.get(SCHEMA);
        return "pg_catalog".equals(schema) ? null : schema;
    }

    /** The statement within a function, as the context tells it. */
    static @Nullable String inner(Fields fields) {
        String context = fields.get("context", "where", "W");
        return context != null && context.contains(" \"") ? context : null;
    }

    static @Nullable String statement(Fields fields) {
        return fields.get(STATEMENT);
    }

    /** The clues of an error; none if it says nothing. */
    static Clues clues(Fields fields) {
        String message = fields.get(MESSAGE);
        String state = state(fields);
        Clues clues =
                Clues.state(state, fields.get(SEVERITY) != null || fields.has("sqlstate") || fields.has("pgcode"));
        if (message != null) {
            for (Match match : ServerMessages.in(message)) {
                Clues said = MessageClues.of(match);
                clues = clues.agreesWith(said) ? clues.and(said) : clues;
            }
        }
        String constraint = fields.get(CONSTRAINT);
        boolean ofUser = schema(fields) != null;
        if (ofUser && (clues.constraint() != null || UniqueKeyDetail.isCatalogIndex(constraint))) {
            // a user's own index may have such a name too
            return Clues.state(state, true);
        }
        if (constraint != null && UniqueKeyDetail.isCatalogIndex(constraint)) {
            clues = clues.and(Clues.constraint(constraint));
        }
        Clues key = Optional.ofNullable(fields.get(DETAIL))
                .flatMap(UniqueKeyDetail::in)
                .map(Clues::of)
                .orElse(Clues.NONE);
        clues = clues.agreesWith(key) ? clues.and(key) : clues;
        String routine = fields.get(ROUTINE);
        if (routine != null && clues.cause() == null && ConditionNames.naming(state)) {
            Clues raised = Routines.clues(routine).orElse(Clues.NONE);
            clues = clues.agreesWith(raised) ? clues.and(raised) : clues;
        }
        return clues;
    }

    private static @Nullable String state(Fields fields) {
        for (String key : STATE) {
            String value = fields.get(key);
            String code = value != null && value.length() == 6 && value.startsWith("E") ? value.substring(1) : value;
            if (StateReader.isState(code)) {
                return code;
            }
        }
        return null;
    }
}
