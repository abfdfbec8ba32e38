package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.ActivityReader;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.catalog.TypeRows;
import io.github.cleanstaletypes.internal.finding.TypeUsers;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Removes one unused type, within a transaction that holds the advisory lock. Where the server locks a type that a CREATE refers to, it
 * is dropped; elsewhere a drop could break a table that another session is creating this moment, so it is renamed out of the way first,
 * and dropped when nobody can still hold its old name.
 */
final class Removal {

    private final TypeLocking locking = new TypeLocking();

    Result remove(Connection connection, UnusedType finding) throws SQLException {
        Optional<StandaloneType> now = unchanged(connection, finding.type());
        if (now.isEmpty()) {
            return moved(finding);
        }
        StandaloneType type = now.get();
        if (!ActivityReader.readWithin(connection).creators().isEmpty()) {
            return moved(finding);
        }
        if (type.quarantine().isPresent()) {
            return alone(connection, finding, type, Outcome.NOTED);
        }
        if (locking.presentFor(connection, type)) {
            Ddl.drop(connection, type);
            return Results.of(finding, Outcome.DROPPED);
        }
        if (type.kind() == TypeKind.RANGE) {
            // its multirange and constructors would keep the name, so there is nothing to rename out of the way
            return alone(connection, finding, type, Outcome.REFUSED);
        }
        Ddl.quarantine(connection, type);
        return Results.of(finding, Outcome.QUARANTINED);
    }

    /** Drops a type that a transaction before this one has quarantined, if nobody can still hold its old name. */
    Result dropQuarantined(Connection connection, UnusedType finding) throws SQLException {
        return TypeRows.again(connection, finding.type().oid())
                        .map(TypeRows.Reread::type)
                        .filter(type -> type.quarantine().isPresent())
                        .isPresent()
                ? remove(connection, finding)
                : moved(finding);
    }

    /** Drops if nobody else is connected and nothing is prepared. */
    private static Result alone(Connection connection, UnusedType finding, StandaloneType type, Outcome otherwise)
            throws SQLException {
        if (ActivityReader.aloneWithin(connection)) {
            if (type.quarantine().isPresent()) {
                Ddl.drop(connection, type);
                return Results.of(finding, Outcome.DROPPED);
            }
            // its name is known to whoever comes now, and what he creates with it before we commit would be broken
            if (!CatalogLock.hadWithin(connection)) {
                return Results.refused(
                        finding,
                        Refusal.PRIVILEGE,
                        "Not removed, because this server does not lock a type that another session may be about to use, and only a"
                                + " superuser can keep it from that; run it as a superuser, or update the server to its newest minor version.");
            }
            if (ActivityReader.aloneWithin(connection)) {
                Ddl.drop(connection, type);
                return Results.of(finding, Outcome.DROPPED);
            }
        }
        return otherwise == Outcome.NOTED
                ? Results.noted(finding, "It is dropped by a later run that finds no other session.")
                : Results.refused(
                        finding,
                        Refusal.CONNECTED,
                        "Not removed, because other sessions are connected, and this server does not lock a type that they may be"
                                + " about to use; run it again when nobody else is connected.");
    }

    /** The type as it is now, if it still is what the plan was made for, and still unused. */
    private static Optional<StandaloneType> unchanged(Connection connection, StandaloneType planned)
            throws SQLException {
        Optional<TypeRows.Reread> again = TypeRows.again(connection, planned.oid());
        return again.filter(now -> now.type().originalName().equals(planned.originalName())
                        && now.type().schema().equals(planned.schema())
                        && now.type().kind() == planned.kind())
                .filter(now -> new TypeUsers(List.of(now.type()), now.bodies())
                        .of(now.type())
                        .isEmpty())
                .map(TypeRows.Reread::type)
                .filter(StandaloneType::exact);
    }

    private static Result moved(UnusedType finding) {
        return Results.refused(
                finding,
                Refusal.BUSY,
                "Left as it is, because another session changed it at this moment. Run it again.");
    }
}
