package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.SqlName;
import java.util.List;

/** What a statement does to names, or to what names mean. */
sealed interface Effect {

    /** Takes effect; false if what it does to which name cannot be known. */
    boolean on(PendingNames names);

    /** Which names an object takes. */
    enum Kind {
        /** A table or a view of any kind: a relation's name, and the name of its row type. */
        RELATION,
        /** A relation's name only. */
        SEQUENCE,
        /** A composite type: as a relation. */
        COMPOSITE,
        /** Any other type: a type's name only. */
        TYPE,
        /** A relation's name only, and gone with its table. */
        INDEX
    }

    /**
     * Creates an object.
     *
     * @param tolerant whether one that is there already is no error: IF NOT EXISTS, OR REPLACE
     */
    record Create(Kind kind, SqlName name, boolean tolerant) implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return names.create(kind, name, tolerant);
        }
    }

    /** Creates an object that goes with its session. */
    record CreateTemporary(String name) implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return names.createTemporary(name);
        }
    }

    /**
     * Creates an index of this name, by itself or for a constraint.
     *
     * @param index the name, without a schema
     * @param tolerant as of a {@link Create}
     */
    record CreateIndex(SqlName index, SqlName table, boolean tolerant) implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return names.createIndex(index, table, tolerant);
        }
    }

    /** Takes columns or constraints from a table, and with them perhaps indexes. */
    record Reduce(SqlName table) implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return names.reduce(table);
        }
    }

    /** Drops what depends on its object, whatever that is. */
    record Cascade() implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return names.cascade();
        }
    }

    /** Drops an object. */
    record Drop(Kind kind, SqlName name) implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return names.drop(kind, name);
        }
    }

    /** Drops a schema with what is in it. */
    record DropSchema(String name) implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return names.dropSchema(name);
        }
    }

    /**
     * Renames an object within its schema.
     *
     * @param tolerant whether one that is not there is no error: IF EXISTS
     */
    record Rename(Kind kind, SqlName from, String to, boolean tolerant) implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return names.rename(this);
        }
    }

    /** Moves an object into another schema; tolerant as a {@link Rename} is. */
    record Move(Kind kind, SqlName from, String schema, boolean tolerant) implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return names.move(this);
        }
    }

    /**
     * Sets what a bare name means; an empty list is the default again.
     *
     * @param local whether only up to the end of the transaction
     */
    record SetPath(List<String> schemas, boolean local) implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return names.path().set(schemas, local);
        }
    }

    /** What bare names mean cannot be known from here on. */
    record HidePath() implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return names.path().hide();
        }
    }

    /** Ends a transaction. */
    record EndTransaction() implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return names.path().endTransaction();
        }
    }

    /** What follows happens in another database. */
    record Leave() implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return names.leave();
        }
    }

    /** What it does cannot be read: a DO block, another script. */
    record Opaque() implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return true;
        }
    }

    /** It creates, renames or moves something, but which name cannot be read; or it is no statement at all. */
    record NotUnderstood() implements Effect {
        @Override
        public boolean on(PendingNames names) {
            return false;
        }
    }
}
