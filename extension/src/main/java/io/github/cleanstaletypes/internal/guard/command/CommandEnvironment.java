package io.github.cleanstaletypes.internal.guard.command;

import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is added to the command's environment, so that its sessions can be told from all others. Immutable.
 *
 * @param token the guard's
 * @param given what the guard itself was given
 * @param named whether the command's sessions are to carry the token as their {@code application_name}
 * @param watched whether {@code PGOPTIONS} is to have the server look after its client
 * @param lockTimeout how long a statement may wait for a lock, in {@code PGOPTIONS} too; null for no limit of the guard's
 */
public record CommandEnvironment(
        GuardToken token,
        Environment given,
        boolean named,
        boolean watched,
        @Nullable Duration lockTimeout) {

    private static final String NAME = "PGAPPNAME";
    private static final String OPTIONS = "PGOPTIONS";

    /** The server keeps 63 bytes of an {@code application_name}. */
    private static final int LONGEST_NAME = 63;

    /** How often the server is to look after its client, in the form in which it prints that. */
    public static final String CHECK_INTERVAL = "1s";

    private static final String LOOK_AFTER_CLIENT = "-c client_connection_check_interval=" + CHECK_INTERVAL;

    /** PGOPTIONS takes the last of two: what the user wrote wins. A hyphen stands for an underscore there. */
    private static final Pattern USERS_INTERVAL = Pattern.compile("client[_-]connection[_-]check[_-]interval");

    private static final Pattern USERS_LOCK_TIMEOUT = Pattern.compile("(?<![\\w.])lock[_-]timeout");

    /** A token of a guard around this one, which is over. */
    private static final String FORMER_TOKEN = "^cst:\\S*( @[0-9a-f]{12})?( |$)";

    /**
     * What a command is to get.
     *
     * @param named whether an {@code application_name} stays with the session that gave it to itself
     * @param watched whether {@code PGOPTIONS} reaches a server that can look after its client
     * @param lockTimeout how long a statement may wait for a lock; null for no limit of the guard's
     */
    public static CommandEnvironment of(
            GuardToken token, Environment given, boolean named, boolean watched, @Nullable Duration lockTimeout) {
        String users = given.get(OPTIONS);
        boolean sendable = users == null || CommandWords.arrives(users);
        return new CommandEnvironment(
                token,
                given,
                named,
                watched && sendable && !sets(users, USERS_INTERVAL),
                sendable && !sets(users, USERS_LOCK_TIMEOUT) ? lockTimeout : null);
    }

    private static boolean sets(@Nullable String users, Pattern setting) {
        return users != null && setting.matcher(users).find();
    }

    /** The variables that differ. */
    public Map<String, String> additions() {
        Map<String, String> additions = new HashMap<>();
        additions.put(GuardToken.VARIABLE, token.text());
        additions.putAll(named ? Map.of(NAME, applicationName()) : unnamed(given));
        String options = options();
        if (options != null) {
            String own = given.get(OPTIONS);
            additions.put(OPTIONS, own == null ? options : options + " " + own);
        }
        return additions;
    }

    /** The {@code application_name} of the command's sessions; null if they get none of the guard's. */
    public @Nullable String name() {
        return named ? applicationName() : null;
    }

    /** What comes before the user's own in {@code PGOPTIONS}; null if nothing does. */
    public @Nullable String options() {
        String options = Stream.of(
                        watched ? LOOK_AFTER_CLIENT : "",
                        lockTimeout == null ? "" : "-c lock_timeout=" + lockTimeout.toMillis() + "ms")
                .filter(option -> !option.isEmpty())
                .collect(Collectors.joining(" "));
        return options.isEmpty() ? null : options;
    }

    /** Whether there is anything of the guard's in {@code PGOPTIONS}. */
    public boolean optioned() {
        return options() != null;
    }

    /** The same, and then with less and less of it. */
    public List<CommandEnvironment> lessAndLess() {
        return Stream.of(this, with(named, false), with(false, true), with(false, false))
                .distinct()
                .toList();
    }

    /** The same without its name, or without its options. */
    public CommandEnvironment with(boolean name, boolean options) {
        return new CommandEnvironment(token, given, name, options && watched, options ? lockTimeout : null);
    }

    /** Takes the token of a guard around this one out of {@code PGAPPNAME}; empty if there is none. */
    public static Map<String, String> unnamed(Environment given) {
        String users = given.get(NAME);
        return users == null || own(users).equals(users) ? Map.of() : Map.of(NAME, own(users));
    }

    private static String own(String users) {
        return users.replaceFirst(FORMER_TOKEN, "");
    }

    private String usersName() {
        String users = given.get(NAME);
        return users == null ? "" : own(users);
    }

    private String applicationName() {
        // what begins so would be taken for the hash of a name
        String own = usersName().replaceFirst("^@", "?");
        String name = own.isEmpty() ? token.applicationName() : token.applicationName() + " " + own;
        name = name.replaceAll("[^ -~]", "?");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
