package io.github.cleanstaletypes.internal.connect.setting;

import io.github.cleanstaletypes.internal.sql.AnswerLimit;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * How long an attempt to connect may take.
 *
 * <p>The driver's {@code connectTimeout} ends where TCP does: a host that accepts and then says nothing would hang for
 * ever. Its {@code loginTimeout} is for all hosts together; libpq's {@code connect_timeout} for each.
 */
public final class Timeouts {

    /** For each host, if nobody said how long to wait for a connection. */
    static final Duration DEFAULT = Duration.ofSeconds(10);

    /** For those who asked for no limit: about what TCP itself takes to give up. With {@code --wait} it is that. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** More would overflow when the driver counts in milliseconds. */
    static final int MAX_SECONDS = Integer.MAX_VALUE / 1000;

    private Timeouts() {}

    /** Never zero: the driver then connects in the caller's own thread, where nothing can interrupt it. */
    public static Duration ofAttempt(DriverProperties properties, int hosts) {
        Duration asked = asked(properties, hosts);
        return asked.isZero() ? LONGEST.multipliedBy(hosts) : asked;
    }

    private static Duration asked(DriverProperties properties, int hosts) {
        String login = properties.get(DriverProperties.LOGIN_TIMEOUT);
        if (login != null) {
            return seconds(login);
        }
        String connect = properties.get(DriverProperties.CONNECT_TIMEOUT);
        Duration each = connect == null ? DEFAULT : seconds(connect);
        return each.multipliedBy(hosts);
    }

    /** Limits the attempt, and on the connection that comes of it each read; a user's own shorter limit of reads stays. */
    public static void setDefaults(DriverProperties properties, int hosts) {
        String login = properties.get(DriverProperties.LOGIN_TIMEOUT);
        if (login == null || seconds(login).isZero()) {
            properties.set(DriverProperties.LOGIN_TIMEOUT, text(ofAttempt(properties, hosts)));
        }
        long seconds = Duration.ofMillis(socketMillis(properties)).toSeconds();
        properties.set(DriverProperties.SOCKET_TIMEOUT, Long.toString(seconds));
    }

    /**
     * Also bounds each read: the driver goes on to the next host only when one fails, and leaves a thread behind that sits in a read when
     * the login times out. So a host that accepts and then says nothing gets its share of the time, not all of it; and it is asked twice,
     * with TLS and without, where either will do.
     */
    public static void limit(DriverProperties properties, Duration limit, int hosts) {
        properties.set(DriverProperties.LOGIN_TIMEOUT, text(limit));
        int reads = hosts == 1 ? 1 : hosts * attempts(properties);
        long wholeSeconds = Math.min(limit.dividedBy(reads).plusMillis(999).toSeconds(), MAX_SECONDS);
        properties.set(DriverProperties.SOCKET_TIMEOUT, Long.toString(wholeSeconds));
    }

    private static int attempts(DriverProperties properties) {
        String mode = properties.get(DriverProperties.SSL_MODE);
        return mode == null || mode.equals("prefer") || mode.equals("allow") ? 2 : 1;
    }

    /** How long a read on an open connection may take; never zero. */
    public static int socketMillis(DriverProperties properties) {
        String given = properties.get(DriverProperties.SOCKET_TIMEOUT);
        Duration asked = given == null ? Duration.ZERO : seconds(given);
        boolean shorter = !asked.isZero() && asked.compareTo(AnswerLimit.LONGEST) < 0;
        return Math.toIntExact((shorter ? asked : AnswerLimit.LONGEST).toMillis());
    }

    private static String text(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).toPlainString();
    }

    private static Duration seconds(String text) {
        return Duration.ofSeconds(Math.min(Math.max(Integer.parseInt(text), 0), MAX_SECONDS));
    }
}
