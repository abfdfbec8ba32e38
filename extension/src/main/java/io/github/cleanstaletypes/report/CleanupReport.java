package io.github.cleanstaletypes.report;

import java.util.List;

/**
 * Says what one run on one database found and did. Immutable.
 *
 * @param database the database's name
 * @param serverVersion the server's version, such as {@code 15.18}
 * @param results each finding with what became of it
 * @param probes what came of trying claimed names, in the order of the claims; empty unless that was asked for
 * @param notLookedAt what this run did not look at or could not judge, a sentence each
 * @param coverage which names and types it has judged
 */
public record CleanupReport(
        String database,
        String serverVersion,
        List<Result> results,
        List<Probe> probes,
        List<String> notLookedAt,
        Coverage coverage) {

    public CleanupReport {
        results = List.copyOf(results);
        probes = List.copyOf(probes);
        notLookedAt = List.copyOf(notLookedAt);
    }

    /** Makes the report of a run of which it is not known what it has judged. */
    public CleanupReport(
            String database, String serverVersion, List<Result> results, List<Probe> probes, List<String> notLookedAt) {
        this(database, serverVersion, results, probes, notLookedAt, Coverage.NONE);
    }

    /** Makes the report of a run that tried no name. */
    public CleanupReport(String database, String serverVersion, List<Result> results, List<String> notLookedAt) {
        this(database, serverVersion, results, List.of(), notLookedAt);
    }

    /**
     * Tells whether nothing needs anybody's attention any more: no finding remains, no name that was tried is in use, and, if the run was
     * a strict one, all that was claimed was judged. It does not say that anything was claimed: see {@link #coverage()}.
     */
    public boolean isClean() {
        return remaining() == 0
                && probes.stream().map(Probe::outcome).noneMatch(Probe.Outcome::obstructs)
                && !(coverage.strict() && coverage.lacksClaimed());
    }

    /** Counts the findings that were healed. */
    public long cleaned() {
        return results.stream().map(Result::outcome).filter(Outcome::healed).count();
    }

    /** Counts the findings that still need somebody's attention. */
    public long remaining() {
        return results.stream().map(Result::outcome).filter(Outcome::remains).count();
    }

    /** Tells whether something was left because this role could not do it, and not because it must not be touched. */
    public boolean couldNotFinish() {
        return results.stream()
                .anyMatch(result -> result.outcome() == Outcome.REFUSED
                        && result.refusal() != null
                        && result.refusal().couldNotFinish());
    }
}
