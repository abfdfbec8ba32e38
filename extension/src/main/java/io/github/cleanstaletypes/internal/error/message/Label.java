package io.github.cleanstaletypes.internal.error.message;

/** What the server's log, libpq and psql put before the parts of a message that follow its first line. */
public enum Label {
    DETAIL,
    HINT,
    CONTEXT,
    STATEMENT,
    QUERY,
    /** In front of the line of the statement in which the error is; a number follows. */
    LINE,
    /** The server's function, file and line, in verbose mode. */
    LOCATION,
    SCHEMA_NAME,
    TABLE_NAME,
    COLUMN_NAME,
    DATATYPE_NAME,
    CONSTRAINT_NAME
}
