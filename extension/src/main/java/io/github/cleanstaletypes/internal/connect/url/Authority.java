package io.github.cleanstaletypes.internal.connect.url;

import io.github.cleanstaletypes.internal.connect.setting.Host;
import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import java.util.ArrayList;
import java.util.List;

/** The hosts and ports of a URL: {@code host:port,[ipv6]:port}, each part may be left out. */
final class Authority {

    private final Setting url;
    private final List<String> hosts = new ArrayList<>();
    private final List<String> ports = new ArrayList<>();

    private Authority(Setting url) {
        this.url = url;
    }

    /** Reads it into the two lists of libpq. */
    static void parse(Setting url, String text, Parameters parameters) {
        Authority authority = new Authority(url);
        for (String host : text.split(",", -1)) {
            authority.add(host);
        }
        // now, since a bad port hints that what follows is no list of parameters either, but a piece of a password
        authority.ports.forEach(port -> Host.port(url.part(port)));
        put(parameters, Keyword.HOST, authority.hosts, url);
        put(parameters, Keyword.PORT, authority.ports, url);
    }

    /** A list in which nothing is given is left to weaker sources, as in libpq. */
    private static void put(Parameters parameters, Keyword keyword, List<String> parts, Setting url) {
        if (parts.stream().anyMatch(part -> !part.isEmpty())) {
            parameters.put(keyword, url.part(String.join(",", parts)));
        }
    }

    private void add(String text) {
        int afterHost = text.startsWith("[") ? closing(text) + 1 : text.indexOf(':');
        String host = afterHost < 0 ? text : text.substring(0, afterHost);
        String port = afterHost < 0 || afterHost == text.length() ? "" : text.substring(afterHost);
        if (port.isEmpty()) {
            ports.add("");
        } else if (port.charAt(0) != ':') {
            throw url.problem("after the \"]\" of an IPv6 address only \":\" and a port may stand");
        } else if (port.indexOf(':', 1) > 0) {
            throw url.problem(
                    "a second \":\" in the host; write an IPv6 address in brackets, and " + DatabaseUrl.PERCENT_ENCODE);
        } else {
            ports.add(PercentCoding.decode(url, "the port", port.substring(1)));
        }
        String decoded = PercentCoding.decode(url, "the host", host);
        if (decoded.indexOf(',') >= 0) {
            throw url.problem("a comma in the host");
        }
        hosts.add(decoded);
    }

    private int closing(String text) {
        int bracket = text.indexOf(']');
        if (bracket < 2) {
            throw url.problem("an IPv6 address that \"]\" does not end");
        }
        return bracket;
    }
}
