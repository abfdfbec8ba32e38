package io.github.cleanstaletypes.internal.error.message;

/** What a message is about. */
public enum ObjectKind {
    ACCESS_METHOD("access method"),
    CAST("cast"),
    COLLATION("collation"),
    COLUMN("column", "42701"),
    CONSTRAINT("constraint"),
    CONVERSION("conversion"),
    DATABASE("database", "42P04"),
    ENUM_LABEL("enum label"),
    EVENT_TRIGGER("event trigger"),
    EXTENSION("extension"),
    FOREIGN_DATA_WRAPPER("foreign-data wrapper"),
    FUNCTION("function", "42723"),
    INDEX("index", "42P07"),
    LANGUAGE("language"),
    /** Of an extension that is written in C. */
    NODE_TYPE("extensible node type"),
    OPERATOR("operator", "42723"),
    OPERATOR_CLASS("operator class"),
    OPERATOR_FAMILY("operator family"),
    /** A function or an operator in an operator family, which has a number and no name. */
    OPERATOR_FAMILY_MEMBER("member of an operator family"),
    POLICY("policy"),
    PREPARED_TRANSACTION("prepared transaction"),
    PUBLICATION("publication"),
    /** A relation or a schema in a publication, or a publication in a subscription. */
    PUBLICATION_MEMBER("member of a publication"),
    RELATION("relation", "42P07"),
    REPLICATION_SLOT("replication slot"),
    ROLE("role"),
    RULE("rule"),
    SCHEMA("schema", "42P06"),
    SERVER("server"),
    STATISTICS("statistics object"),
    SUBSCRIPTION("subscription"),
    TABLE("table", "42P07"),
    TABLESPACE("tablespace"),
    TEXT_SEARCH("text search object"),
    TRANSFORM("transform"),
    TRIGGER("trigger"),
    TYPE("type"),
    USER_MAPPING("user mapping");

    private final String words;
    private final String sqlStateIfExists;

    ObjectKind(String words) {
        this(words, "42710");
    }

    ObjectKind(String words, String sqlStateIfExists) {
        this.words = words;
        this.sqlStateIfExists = sqlStateIfExists;
    }

    /** What it is called in English. */
    public String words() {
        return words;
    }

    /** The SQLSTATE with which the server says that one of that name exists. */
    String sqlStateIfExists() {
        return sqlStateIfExists;
    }
}
