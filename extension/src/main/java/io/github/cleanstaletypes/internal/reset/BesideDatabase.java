package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.reset.form.DatabaseForm;
import io.github.cleanstaletypes.internal.reset.form.FormCopy;
import io.github.cleanstaletypes.internal.reset.form.FormDifference;
import io.github.cleanstaletypes.internal.reset.form.FormReader;
import io.github.cleanstaletypes.internal.reset.look.DatabaseLook;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase;
import io.github.cleanstaletypes.internal.reset.swap.DatabaseDdl;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Makes the new database under a name of its own, where nobody looks for it. */
final class BesideDatabase {

    private final ResetContext context;
    private final String name;

    BesideDatabase(ResetContext context, String name) {
        this.context = context;
        this.name = name;
    }

    /** How much a new database takes, for who has to know whether the disk has that; which SQL does not tell. */
    static String size(ResetContext context) throws SQLException {
        Optional<SeenDatabase> template = named(context, "template0");
        Long bytes = template.isEmpty()
                ? null
                : DatabaseLook.sizes(
                                context.maintenance(), List.of(template.get().oid()))
                        .get(template.get().oid());
        return bytes == null ? "" : ", which takes " + Sizes.inWords(bytes);
    }

    /** Makes it, and makes sure that it is what it should be; if it is not, it is removed again. */
    SeenDatabase make(DatabaseForm form) throws SQLException {
        try {
            FormCopy.create(context.maintenance(), name, form);
            SeenDatabase made = named(context, name).orElseThrow();
            try (Connection inside = context.connections().in(made)) {
                FormCopy.fill(inside, form);
                FormCopy.settle(context.maintenance(), name, form);
                compare(form, FormReader.read(context.maintenance(), inside, name));
            }
            return made;
        } catch (SQLException e) {
            ResetException failure = failure(e);
            removeAfter(failure);
            throw failure;
        } catch (RuntimeException e) {
            removeAfter(e);
            throw e;
        }
    }

    private ResetException failure(SQLException e) {
        String why =
                "a new database could not be made, so " + context.quotedName() + " is as it was: " + ErrorLine.of(e);
        ResetException failure = new ResetException(
                SqlStates.of(e).equals(SqlStates.DISK_FULL) ? why + "; the server's disk is full" : why);
        failure.initCause(e);
        return failure;
    }

    private void compare(DatabaseForm wanted, DatabaseForm made) {
        List<String> differences = FormDifference.between(wanted, made);
        if (!differences.isEmpty()) {
            throw new ResetException(
                    "the new database would not have all of the former one, so " + context.quotedName()
                            + " is as it was",
                    differences);
        }
    }

    /** Removes it, as far as that can be done: what stays is dropped by the next reset, which knows it by its name. */
    void removeAfter(Exception failure) {
        try {
            if (context.maintenance().isClosed()) {
                return;
            }
            if (named(context, name).isPresent()) {
                DatabaseDdl.drop(context.maintenance(), name, true);
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
            context.step(ResetContext.quoted(name) + " could not be dropped, and will be by the next reset: "
                    + ErrorLine.of(e));
        }
    }

    private static Optional<SeenDatabase> named(ResetContext context, String name) throws SQLException {
        return DatabaseLook.all(context.maintenance()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
