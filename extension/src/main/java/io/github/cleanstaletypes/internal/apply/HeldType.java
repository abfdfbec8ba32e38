package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.SecondLook;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.finding.use.TypeUsers;
import io.github.cleanstaletypes.internal.sql.EndedTransactions;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One type of a batch within the transaction that removes it: takes it, so that nobody can change it any more, and then makes sure that it
 * still is what the batch was looked at for. Not thread-safe.
 */
final class HeldType {

    private static final SqlResource BEFORE_COMMENT = SqlResource.named(HeldType.class, "before_comment.sql");
    private static final SqlResource ONCE_HELD = SqlResource.named(HeldType.class, "once_held.sql");
    private static final SqlResource CREATING = SqlResource.named(HeldType.class, "creating.sql");

    /** What the type was found to be. */
    enum Verdict {
        /** It is what it was, and unused. */
        SAME,
        /** Somebody has changed it, or uses it. */
        MOVED,
        /** Somebody is creating something, which may matter or not. */
        BESIDE_CREATION,
        /** Other transactions have ended since it was looked at, so that it must be looked at once more. */
        UNKNOWN
    }

    /** What the server said once the type was taken. */
    private record Answer(EndedTransactions seen, long own) {
        static Answer of(ResultRow row) throws SQLException {
            return new Answer(EndedTransactions.of(row.getString("seen")), row.getLong("own"));
        }
    }

    private final StandaloneType type;
    private final RemovalStatements sql;
    private final boolean renamed;
    private final Set<Long> own;

    /**
     * @param renamed whether it has its new name already
     * @param own the numbers of this session's own transactions since the look, to which that of this one is added
     */
    HeldType(StandaloneType type, RemovalStatements sql, boolean renamed, Set<Long> own) {
        this.type = type;
        this.sql = sql;
        this.renamed = renamed;
        this.own = own;
    }

    /**
     * Takes it, and asks only whether any transaction has ended since it was looked at: if none has, a query would have the same answer.
     *
     * @param look a look at the whole batch
     */
    Verdict quick(Connection connection, EndedTransactions look) throws SQLException {
        SqlBatch batch = new SqlBatch(Map.of());
        if (!renamed) {
            batch.add(sql.rename()).add(sql.comment());
        }
        Answer answer = answer(batch, connection);
        return answer.seen.noneSince(look, own) ? held(connection, answer) : Verdict.UNKNOWN;
    }

    /** Takes it, and then looks at it, and at whatever has come about since the batch was looked at. */
    Verdict careful(Connection connection, EndedTransactions look) throws SQLException {
        if (renamed) {
            Verdict held = held(connection, answer(new SqlBatch(Map.of()), connection));
            return held == Verdict.SAME ? look(connection, look) : held;
        }
        List<String> comments = new ArrayList<>();
        List<EndedTransactions> before = new ArrayList<>();
        SqlBatch batch = new SqlBatch(Map.of("oid", type.oid()))
                .add(sql.rename())
                .add(BEFORE_COMMENT, row -> {
                    comments.add(row.getString("comment"));
                    before.add(EndedTransactions.of(row.getString("seen")));
                })
                .add(sql.comment());
        Answer answer = answer(batch, connection);
        if (!Objects.equals(comments.get(0), type.comment())) {
            return Verdict.MOVED;
        }
        if (!answer.seen.noneSince(before.get(0), own)) {
            // whoever has ended at this very moment may have given it another comment, which ours has covered
            return Verdict.UNKNOWN;
        }
        Verdict held = held(connection, answer);
        return held == Verdict.SAME ? look(connection, look) : held;
    }

    private Verdict look(Connection connection, EndedTransactions since) throws SQLException {
        return isIn(SecondLook.within(connection, type, since), sql.newName(), sql.newComment())
                ? Verdict.SAME
                : Verdict.MOVED;
    }

    /** Whether it is what was planned for, as far as a look before it was taken tells. */
    boolean isIn(SecondLook look) {
        return renamed ? isIn(look, sql.newName(), sql.newComment()) : isIn(look, type.name(), type.comment());
    }

    private boolean isIn(SecondLook look, String name, @Nullable String comment) {
        SecondLook.Row now = look.rows().get(type.oid());
        return now != null
                && !now.used()
                && now.name().equals(name)
                && Objects.equals(now.comment(), comment)
                && now.schema().equals(type.schema())
                // or the undo, which is on disk by now, would bring back another type
                && now.definition() == type.definition()
                && new TypeUsers(List.of(type), look.bodies()).of(type).isEmpty();
    }

    /** Whoever is creating something has a number, so that nobody is if all other numbers have ended. */
    private Verdict held(Connection connection, Answer answer) throws SQLException {
        boolean creating =
                !answer.seen.allBefore(answer.own) && "t".equals(SqlBatch.text(connection, CREATING, Map.of()));
        return creating ? Verdict.BESIDE_CREATION : Verdict.SAME;
    }

    private Answer answer(SqlBatch batch, Connection connection) throws SQLException {
        List<Answer> answers = new ArrayList<>();
        batch.add(ONCE_HELD, row -> answers.add(Answer.of(row))).run(connection);
        own.add(answers.get(0).own);
        return answers.get(0);
    }
}
