package io.github.cleanstaletypes.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.race.Round.Creator;
import io.github.cleanstaletypes.race.Round.Winner;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.TestReporter;

/** A removal never breaks what another session creates at the same time, whichever comes first. */
class CreateAgainstRemovalTest {

    private static final int SAMPLE = 16;

    /** Half of the rounds are about the removal itself, at the end of a run. */
    private static final int LAST_TRIPS = 8;

    private static final double GOLDEN_RATIO = 0.618034;

    @EachServer({"14.22", "18.6"})
    void a_creation_before_each_statement_of_the_removal_breaks_nothing(PostgresServer server, TestReporter reporter)
            throws Exception {
        race(server, reporter, rounds(400, "creations before"), (number, trips) -> {
            Random random = LongForm.round(number);
            int createAt = place(number, trips);
            int endAt = random.nextBoolean() ? createAt : later(createAt, trips, random);
            return new Round(use(CreatedUse.ALL, number), Creator.RESIDENT, createAt, endAt, random.nextInt(5) > 0);
        });
    }

    @EachServer({"14.22", "18.6"})
    void a_creator_that_comes_and_goes_before_any_statement_of_the_removal_breaks_nothing(
            PostgresServer server, TestReporter reporter) throws Exception {
        race(server, reporter, rounds(200, "passers-by"), (number, trips) -> {
            int createAt = place(number, trips);
            return new Round(use(CreatedUse.OF_A_NEWCOMER, number), Creator.PASSER_BY, createAt, createAt, true);
        });
    }

    /** Makes a round's terms of its number and of how many round trips the cleaner makes undisturbed. */
    private interface Terms {
        Round round(int number, int trips);
    }

    private static void race(PostgresServer server, TestReporter reporter, List<Integer> rounds, Terms terms)
            throws Exception {
        Map<Winner, Integer> winners = new EnumMap<>(Winner.class);
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server)) {
            // our waits are a quarter of this, so the test takes less time
            database.execute("ALTER DATABASE " + database.name() + " SET deadlock_timeout = '80ms'");
            database.awaitNobodyConnected();
            try (OneConnection own = new OneConnection(database)) {
                int trips = Race.tripsOfARemoval(own).size();
                for (int number : rounds) {
                    Round round = terms.round(number, trips);
                    try {
                        winners.merge(round.run(database, own, onlooker), 1, Integer::sum);
                    } catch (Exception | AssertionError e) {
                        throw new AssertionError(
                                number + ": " + round + " of " + trips + " on " + server + ": " + e.getMessage(), e);
                    }
                }
            }
        }
        reporter.publishEntry(server + ", rounds " + rounds, winners.toString());
        assertThat(winners).as("both have won at times").containsKeys(Winner.CREATION, Winner.REMOVAL);
    }

    private static List<Integer> rounds(int all, String test) {
        return LongForm.sample(IntStream.range(0, all).boxed().toList(), SAMPLE, test);
    }

    /** Half of the rounds are about the last trips and the moment after them; any few of the others lie far apart, all of them everywhere. */
    private static int place(int number, int trips) {
        double anywhere = number / 2 * GOLDEN_RATIO % 1;
        return number % 2 == 0 ? (int) (anywhere * (trips + 1)) : trips + 1 - (number / 2) % LAST_TRIPS;
    }

    private static CreatedUse use(List<CreatedUse> uses, int number) {
        return uses.get((number / 2 + number / 2 / uses.size()) % uses.size());
    }

    private static int later(int createAt, int trips, Random random) {
        return random.nextBoolean() ? createAt + 1 + random.nextInt(trips) : Integer.MAX_VALUE;
    }
}
