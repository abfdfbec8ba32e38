package io.github.cleanstaletypes.proof.interleaving;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A way in which the product takes a type away, or gives it back. */
enum Protocol {
    /** A single type, while the other session is connected all the time: dropped under type locks, quarantined elsewhere. */
    REMOVAL("", true) {
        @Override
        List<Result> run(DataSource dataSource) {
            return clean(dataSource, "race.mood");
        }
    },
    /** A single type, while the other session comes and goes. */
    REMOVAL_BESIDE_PASSER_BY("", false) {
        @Override
        List<Result> run(DataSource dataSource) {
            return clean(dataSource, "race.mood");
        }
    },
    /** Several types together, of which the other session works with one in the middle. */
    BATCH("CREATE TYPE race.earlier AS ENUM ('x'); %s; CREATE TYPE race.later AS ENUM ('x')", true) {
        @Override
        List<Result> run(DataSource dataSource) {
            return clean(dataSource, "race.earlier", "race.mood", "race.later");
        }
    },
    /** What an error claims, set aside, and settled after the command has run again. */
    APPROVAL("", true) {
        @Override
        List<Result> run(DataSource dataSource) {
            Cleaner guard = Cleaner.in(dataSource)
                    .waitingForCreators(Duration.ZERO)
                    .underGuard(new GuardToken(1, "00000000", "0123456789abcdef", null));
            List<Result> results = new ArrayList<>();
            guard.forGuard().heal(SqlName.parse("race.mood")).ifPresent(results::add);
            results.addAll(guard.forGuard().settle(true).results());
            return results;
        }
    },
    /** A quarantined type, restored. */
    RESTORATION(
            "%s; DO $$BEGIN EXECUTE format('ALTER TYPE race.mood RENAME TO stale_%%s_mood',"
                    + " 'race.mood'::regtype::oid::text); EXECUTE format('COMMENT ON TYPE race.%%I IS %%L',"
                    + " (SELECT typname FROM pg_type WHERE typname LIKE 'stale%%' AND typtype IN ('e', 'd', 'c')),"
                    + " E'clean-stale-types: quarantined, original name \"mood\"\\na feeling'); END$$",
            true) {
        @Override
        List<Result> run(DataSource dataSource) {
            return Cleaner.in(dataSource)
                    .waitingForCreators(Duration.ZERO)
                    .restore()
                    .results();
        }

        @Override
        boolean takes(Script script) {
            return super.takes(script) && script.kind() != Kind.RANGE;
        }
    },
    /** An invalid index, dropped under the lock on its table. */
    INVALID_INDEX("", true) {
        @Override
        List<Result> run(DataSource dataSource) {
            return clean(dataSource, "race.mood");
        }

        @Override
        boolean takes(Script script) {
            return script.kind() == Kind.INDEX;
        }
    };

    private final String setup;
    private final boolean resident;

    /**
     * @param setup what makes the type, in the place of {@code %s}, and what else there is
     * @param resident whether the other session is connected all the time
     */
    Protocol(String setup, boolean resident) {
        this.setup = setup;
        this.resident = resident;
    }

    /** Runs the product to its end. */
    abstract List<Result> run(DataSource dataSource);

    boolean takes(Script script) {
        return script.kind() != Kind.INDEX;
    }

    boolean resident() {
        return resident;
    }

    /** What is there before. */
    String setup(Kind kind) {
        return setup.isEmpty() ? kind.create() : setup.formatted(kind.create());
    }

    String words(PostgresServer server) {
        return switch (this) {
            case REMOVAL -> server.locksTypes() ? "drop under type locks" : "quarantine";
            case REMOVAL_BESIDE_PASSER_BY ->
                server.locksTypes() ? "drop under type locks, passer-by" : "quarantine and drop, passer-by";
            case BATCH -> "batch";
            case APPROVAL -> "approval";
            case RESTORATION -> "restoration";
            case INVALID_INDEX -> "invalid index";
        };
    }

    private static List<Result> clean(DataSource dataSource, String... names) {
        return Cleaner.in(dataSource)
                .claiming(names)
                .waitingForCreators(Duration.ZERO)
                .clean()
                .results();
    }
}
