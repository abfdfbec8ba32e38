package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.ActivityReader;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.catalog.Quarantine;
import io.github.cleanstaletypes.internal.catalog.Quarantine.Approval;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.TypeRows;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.internal.finding.use.TypeUsers;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Removes one unused type, within a transaction that holds the advisory lock. Where the server locks a type that a CREATE refers to, it
 * is dropped; elsewhere a drop could break a table that another session is creating this moment, so it is renamed out of the way first,
 * and dropped when nobody can still hold its old name.
 */
final class TypeRemoval {

    private final TypeLocking locking = new TypeLocking();
    private final Neighbours neighbours;

    /** @param neighbours whose creations hold nothing up where the server locks types */
    TypeRemoval(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Whether the server locks a type that a CREATE refers to. */
    boolean locked(Connection connection, StandaloneType type) throws SQLException {
        return locking.presentFor(connection, type);
    }

    /** Whether nobody is creating anything but where the server locks types, and then only others' commands on other parts. */
    private boolean undisturbed(Connection connection, StandaloneType type) throws SQLException {
        List<Creator> creators = ActivityReader.readWithin(connection).creators();
        return creators.isEmpty()
                || (neighbours.among(creators, connection).size() == creators.size() && locked(connection, type));
    }

    Result remove(Connection connection, UnusedType finding) throws SQLException {
        Optional<StandaloneType> now = unchanged(connection, finding.type());
        if (now.isEmpty()) {
            return moved(finding);
        }
        StandaloneType type = now.get();
        if (!undisturbed(connection, type)) {
            return moved(finding);
        }
        if (waitsForItsName(type)) {
            return moved(finding);
        }
        if (locking.presentFor(connection, type)) {
            return drop(connection, finding, type);
        }
        if (type.quarantine().isPresent()) {
            return ifAlone(connection, finding, type);
        }
        Renaming.away(connection, type, null);
        return Results.of(finding, Outcome.QUARANTINED);
    }

    /** Renames it before, if it can: a label or an attribute that somebody adds after the look would be in no undo. */
    private static Result drop(Connection connection, UnusedType finding, StandaloneType type) throws SQLException {
        if (!type.owned() || type.quarantine().isPresent() || !renamed(connection, type)) {
            Ddl.drop(connection, type);
            return Results.of(finding, Outcome.DROPPED);
        }
        Optional<StandaloneType> held = unchanged(connection, finding.type());
        if (held.isEmpty()) {
            connection.rollback();
            return moved(finding);
        }
        Ddl.drop(connection, held.get());
        return Results.of(finding, Outcome.DROPPED);
    }

    /** False if an event trigger, for one, forbids to rename what may be dropped. */
    private static boolean renamed(Connection connection, StandaloneType type) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            Renaming.away(connection, type, null);
            return true;
        } catch (SQLException e) {
            if (SqlStates.somebodyMoved(e) || SqlStates.hopeless(e) || SqlStates.connectionLost(e)) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }

    /** What is set aside was in the way only if something has its name by now. */
    private static boolean waitsForItsName(StandaloneType type) {
        return type.setAside() && !type.nameTaken();
    }

    /**
     * Renames it until a guard's command has run again, whatever kind of server this is.
     *
     * @param guard the random part of the guard's token
     */
    Result setAside(Connection connection, UnusedType finding, String guard) throws SQLException {
        StandaloneType type = unchanged(connection, finding.type()).orElse(null);
        if (type == null || type.quarantine().isPresent() || !undisturbed(connection, type)) {
            return moved(finding);
        }
        if (!type.owned()) {
            return Results.refused(
                    finding,
                    Refusal.PRIVILEGE,
                    "Not renamed, because only its owner \"" + type.owner() + "\" may do that.");
        }
        String name = Renaming.away(connection, type, new Approval(guard, false));
        return Results.quarantined(finding, "It is renamed to \"" + name + "\".");
    }

    /** Notes that the command has failed although something has the name by now: a person must decide. */
    Result keep(Connection connection, UnusedType finding, String guard) throws SQLException {
        StandaloneType type = unchanged(connection, finding.type()).orElse(null);
        Quarantine quarantine = type == null ? null : type.quarantine().orElse(null);
        if (type == null || quarantine == null || !type.nameTaken()) {
            return moved(finding);
        }
        Ddl.comment(connection, type, type.name(), quarantine.keptFor(guard).comment());
        return Results.noted(finding, "Its name is taken by now, and the command failed, so it stays renamed.");
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
    private static Result ifAlone(Connection connection, UnusedType finding, StandaloneType type) throws SQLException {
        if (ActivityReader.aloneWithin(connection)) {
            Ddl.drop(connection, type);
            return Results.of(finding, Outcome.DROPPED);
        }
        return later(finding);
    }

    /** The type as it is now, if it still is what the plan was made for, and still unused. */
    private static Optional<StandaloneType> unchanged(Connection connection, StandaloneType planned)
            throws SQLException {
        Optional<TypeRows.Reread> again = TypeRows.again(connection, planned.oid());
        return again.filter(now -> isAsPlanned(now.type(), planned))
                .filter(now -> now.type().originalName().equals(planned.originalName())
                        && now.type().schema().equals(planned.schema())
                        && now.type().kind() == planned.kind())
                // or the undo, which is on disk by now, would bring back another type
                .filter(now -> now.type().definition() == planned.definition()
                        && Objects.equals(now.type().originalComment(), planned.originalComment()))
                .filter(now -> new TypeUsers(List.of(now.type()), now.bodies())
                        .of(now.type())
                        .isEmpty())
                .map(TypeRows.Reread::type)
                .filter(StandaloneType::exact);
    }

    /** Somebody may have given it its name back, or have set it aside, while the lock was waited for. */
    private static boolean isAsPlanned(StandaloneType now, StandaloneType planned) {
        return planned.quarantine().isPresent() ? planned.quarantine().equals(now.quarantine()) : !now.setAside();
    }

    static Result later(UnusedType finding) {
        return Results.noted(finding, "It is dropped by a later run that finds no other session.");
    }

    static Result moved(UnusedType finding) {
        return Results.refused(
                finding,
                Refusal.BUSY,
                "Left as it is, because another session changed it at this moment. Run it again.");
    }
}
