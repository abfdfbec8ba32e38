package io.github.cleanstaletypes.internal.error.message;

/** How the server puts an object into words ({@code getObjectDescription}); the name is first, then what it belongs to. */
enum Description {
    TYPE(ObjectKind.TYPE, "type %s"),
    COMPOSITE_TYPE(ObjectKind.TYPE, "composite type %s"),
    TABLE(ObjectKind.TABLE, "table %s"),
    FOREIGN_TABLE(ObjectKind.TABLE, "foreign table %s"),
    VIEW(ObjectKind.RELATION, "view %s"),
    MATERIALIZED_VIEW(ObjectKind.RELATION, "materialized view %s"),
    SEQUENCE(ObjectKind.RELATION, "sequence %s"),
    INDEX(ObjectKind.INDEX, "index %s"),
    COLUMN(ObjectKind.COLUMN, "column %s of %s"),
    CONSTRAINT(ObjectKind.CONSTRAINT, "constraint %s on %s"),
    CONSTRAINT_OF_DOMAIN(ObjectKind.CONSTRAINT, "constraint %s"),
    TRIGGER(ObjectKind.TRIGGER, "trigger %s on %s"),
    POLICY(ObjectKind.POLICY, "policy %s on %s"),
    RULE(ObjectKind.RULE, "rule %s on %s"),
    FUNCTION(ObjectKind.FUNCTION, "function %s"),
    SCHEMA(ObjectKind.SCHEMA, "schema %s"),
    EXTENSION(ObjectKind.EXTENSION, "extension %s"),
    ROLE(ObjectKind.ROLE, "role %s"),
    DATABASE(ObjectKind.DATABASE, "database %s"),
    TABLESPACE(ObjectKind.TABLESPACE, "tablespace %s"),
    LANGUAGE(ObjectKind.LANGUAGE, "language %s"),
    SERVER(ObjectKind.SERVER, "server %s"),
    FOREIGN_DATA_WRAPPER(ObjectKind.FOREIGN_DATA_WRAPPER, "foreign-data wrapper %s"),
    PUBLICATION(ObjectKind.PUBLICATION, "publication %s"),
    SUBSCRIPTION(ObjectKind.SUBSCRIPTION, "subscription %s"),
    OPERATOR(ObjectKind.OPERATOR, "operator %s"),
    COLLATION(ObjectKind.COLLATION, "collation %s"),
    CONVERSION(ObjectKind.CONVERSION, "conversion %s"),
    EVENT_TRIGGER(ObjectKind.EVENT_TRIGGER, "event trigger %s"),
    STATISTICS(ObjectKind.STATISTICS, "statistics object %s"),
    ACCESS_METHOD(ObjectKind.ACCESS_METHOD, "access method %s");

    private final ObjectKind kind;
    private final String english;

    Description(ObjectKind kind, String english) {
        this.kind = kind;
        this.english = english;
    }

    ObjectKind kind() {
        return kind;
    }

    /** The text in the server's sources. */
    String english() {
        return english;
    }
}
