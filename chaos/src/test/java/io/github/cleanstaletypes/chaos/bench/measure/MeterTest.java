package io.github.cleanstaletypes.chaos.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.bench.measure.Meter.Reading;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a meter hears between a client and a real server. */
class MeterTest {

    private static final String SHORT = "/* clean-stale-types:answers */ SELECT 1";
    private static final String LONG =
            "SELECT pg_catalog.count(*) FROM pg_catalog.generate_series(1, 1000000) AS number WHERE number % 7 = 3";

    private static TestDatabase database;
    private static Meter meter;

    @BeforeAll
    static void open() {
        database = PostgresServer.of("18.6").createDatabase();
        meter = Meter.before(database.server().port());
    }

    @AfterAll
    static void close() {
        meter.close();
        database.close();
    }

    @Test
    void a_question_that_is_waited_for_is_a_round_trip_and_connecting_is_none() throws Exception {
        assertThat(ask().roundTrips()).isZero();
        assertThat(ask(SHORT, SHORT, SHORT).roundTrips()).isEqualTo(3);
    }

    @Test
    void questions_that_are_sent_together_are_one_round_trip() throws Exception {
        Reading reading = ask(String.join(";", SHORT, SHORT, SHORT));
        assertThat(reading.roundTrips()).isEqualTo(1);
        assertThat(reading.statements()).isEqualTo(3);
    }

    @Test
    void a_question_that_takes_many_pieces_is_one_round_trip() throws Exception {
        assertThat(ask("SELECT '" + "x".repeat(500_000) + "'").roundTrips()).isEqualTo(1);
    }

    @Test
    void each_connection_is_told_by_itself_with_the_names_of_its_statements() throws Exception {
        try (Connection first = connect();
                Connection second = connect()) {
            execute(first, SHORT);
            execute(second, "SELECT   'some words that are longer than that'");
        }
        assertThat(meter.read().talk("it").connections())
                .extracting(Talk.Connection::statements)
                .containsExactly(List.of("answers"), List.of("SELECT 'some words that are lo…"));
    }

    @Test
    void the_servers_time_for_a_question_is_told_and_connecting_apart_from_it() throws Exception {
        Reading reading = ask(LONG);
        assertThat(reading.answering()).isGreaterThan(ask(SHORT).answering().plus(Duration.ofMillis(10)));
        assertThat(reading.server()).isGreaterThan(reading.answering());
    }

    /** What a reading has told is not told again. */
    @Test
    void a_reading_begins_where_the_one_before_it_ended() throws Exception {
        ask(SHORT);
        assertThat(meter.read().connections()).isEmpty();
    }

    /** Parameters and all: an answer that is an error would be one here. */
    @Test
    void questions_can_be_sent_again_as_they_were_and_what_only_sets_is_left_out() throws Exception {
        try (Connection connection = connect();
                var question = connection.prepareStatement("SELECT relname FROM pg_catalog.pg_class WHERE oid = ?")) {
            execute(connection, "SET lock_timeout = 100");
            execute(connection, "SELECT pg_catalog.set_config('lock_timeout', '200', false)");
            question.setLong(1, 1259);
            question.executeQuery().close();
        }
        Replay replay = Replay.ofQuestions(meter.read(), metered());
        assertThat(replay.size()).isEqualTo(1);
        replay.play();
        Reading again = meter.read();
        assertThat(again.roundTrips()).isEqualTo(1);
        assertThat(again.talk("it").connections().get(0).statements())
                .containsExactly("SELECT relname FROM pg_catalog…");
    }

    private static Reading ask(String... questions) throws Exception {
        try (Connection connection = connect()) {
            for (String question : questions) {
                execute(connection, question);
            }
        }
        return meter.read();
    }

    private static void execute(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() {
        return metered().connect("meter");
    }

    private static Database metered() {
        return Database.of(database).through(meter.port());
    }
}
