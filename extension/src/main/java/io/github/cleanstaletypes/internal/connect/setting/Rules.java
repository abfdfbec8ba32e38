package io.github.cleanstaletypes.internal.connect.setting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The few ways in which keywords of libpq become properties of the driver. */
public final class Rules {

    private static final List<String> AUTH_METHODS = List.of("password", "md5", "gss", "sspi", "scram-sha-256", "none");

    private Rules() {}

    /** Hosts, credentials and files, which take more than one value to understand. */
    static Rule readElsewhere() {
        return (keyword, setting, properties) -> {};
    }

    /** Means nothing to a Java program, and leaving it out is safe. */
    static Rule ignored() {
        return readElsewhere();
    }

    static Rule passed(String property) {
        return (keyword, setting, properties) -> properties.setIfAbsent(property, setting.value());
    }

    /** One of these words, each with the driver's word for it. */
    static Rule choice(String property, Map<String, String> words) {
        return (keyword, setting, properties) -> {
            String word = words.get(setting.value());
            if (word == null) {
                throw setting.bad(keyword.keyword(), "write " + oneOf(words.keySet()));
            }
            properties.setIfAbsent(property, word);
        };
    }

    static Map<String, String> same(String... words) {
        Map<String, String> same = new HashMap<>();
        for (String word : words) {
            same.put(word, word);
        }
        return same;
    }

    /** Seconds, where zero and less mean no limit. */
    static Rule seconds(String property) {
        return (keyword, setting, properties) -> {
            int seconds = Math.min(Math.max(number(keyword, setting), 0), Timeouts.MAX_SECONDS);
            properties.setIfAbsent(property, Integer.toString(seconds));
        };
    }

    static Rule keepalives() {
        return (keyword, setting, properties) -> properties.setIfAbsent(
                DriverProperties.TCP_KEEP_ALIVE, Boolean.toString(number(keyword, setting) != 0));
    }

    /** Tunes what the driver leaves to the operating system. */
    static Rule ignoredNumber() {
        return (keyword, setting, properties) -> number(keyword, setting);
    }

    /** What the driver does anyway; any other value asks for what it cannot do. */
    static Rule only(String... values) {
        return (keyword, setting, properties) -> {
            if (!List.of(values).contains(setting.value())) {
                throw setting.bad(keyword.keyword(), "the JDBC driver supports only " + oneOf(List.of(values)));
            }
        };
    }

    static Rule unsupported() {
        return (keyword, setting, properties) -> {
            throw setting.problem("the JDBC driver does not support " + keyword.keyword() + "; remove it");
        };
    }

    /** Methods separated by commas, all of them with or all without an exclamation mark. */
    static Rule authMethods() {
        return (keyword, setting, properties) -> {
            List<String> methods = List.of(setting.value().split(",", -1));
            boolean refused = methods.get(0).startsWith("!");
            boolean twice = Set.copyOf(methods).size() < methods.size();
            for (String method : methods) {
                String name = refused && method.startsWith("!") ? method.substring(1) : method;
                if (twice || method.startsWith("!") != refused || !AUTH_METHODS.contains(name)) {
                    throw setting.bad(
                            keyword.keyword(), "write " + oneOf(AUTH_METHODS) + ", or each of several with \"!\"");
                }
            }
            properties.setIfAbsent(DriverProperties.REQUIRE_AUTH, setting.value());
        };
    }

    public static String oneOf(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    private static int number(Keyword keyword, Setting setting) {
        try {
            return Integer.parseInt(setting.value().strip());
        } catch (NumberFormatException e) {
            throw setting.bad(keyword.keyword(), "write a whole number");
        }
    }
}
