package io.github.cleanstaletypes.chaos.bench.page;

import io.github.cleanstaletypes.chaos.bench.measure.Talk;
import io.github.cleanstaletypes.chaos.bench.measure.Talk.Connection;
import io.github.cleanstaletypes.chaos.report.Html;
import java.time.Duration;
import java.util.List;

/** Shows what is asked of the server, folded up until somebody wants to know. */
final class Talks {

    private final List<Talk> talks;

    Talks(List<Talk> talks) {
        this.talks = talks;
    }

    void addTo(Html html) {
        if (talks.isEmpty()) {
            return;
        }
        html.raw("<h2 id=\"asked\">What is asked of the server</h2>");
        html.raw(
                "<p>Each connection of one run, with its round trips beyond connecting, what it cost the server, and its"
                        + " statements in their order.</p>");
        talks.forEach(talk -> add(talk, html));
    }

    private static void add(Talk talk, Html html) {
        html.add(
                "<details><summary>%s: %s, %s, %s</summary><ol>",
                talk.of(),
                number(talk.connections().size(), "connection"),
                number(
                        talk.connections().stream()
                                .mapToInt(Connection::roundTrips)
                                .sum(),
                        "round trip"),
                number(
                        talk.connections().stream()
                                .mapToInt(connection -> connection.statements().size())
                                .sum(),
                        "statement"));
        talk.connections()
                .forEach(connection -> html.add(
                        "<li>%s, %.1f ms to connect, %.1f ms to answer<small>%s</small></li>",
                        number(connection.roundTrips(), "round trip"),
                        milliseconds(connection.connecting()),
                        milliseconds(connection.answering()),
                        String.join(", ", connection.statements())));
        html.raw("</ol></details>");
    }

    private static String number(int count, String of) {
        return count + " " + of + (count == 1 ? "" : "s");
    }

    private static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
