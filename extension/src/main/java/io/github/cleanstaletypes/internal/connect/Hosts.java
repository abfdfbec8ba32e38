package io.github.cleanstaletypes.internal.connect;

import io.github.cleanstaletypes.internal.connect.setting.Host;
import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Joins libpq's lists {@code host}, {@code hostaddr} and {@code port} into the servers to try. */
public final class Hosts {

    /** No character that means something in the driver's own URL. */
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}_.-]+|(?=[^:]*:[^:]*:)[0-9A-Fa-f:.]+(%[\\p{L}\\p{N}_.-]+)?");

    private static final Pattern ADDRESS =
            Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]+(%[\\p{L}\\p{N}_.-]+)?");

    private Hosts() {}

    static List<Host> of(Parameters parameters) {
        Setting names = parameters.get(Keyword.HOST);
        Setting addresses = parameters.get(Keyword.HOSTADDR);
        Setting ports = parameters.get(Keyword.PORT);
        List<String> nameList = list(names);
        List<String> addressList = list(addresses);
        List<String> portList = list(ports);
        if (names != null && addresses != null && nameList.size() != addressList.size()) {
            throw addresses.problem(addressList.size() + " addresses for " + nameList.size() + " hosts");
        }
        int size = Math.max(nameList.size(), addressList.size());
        if (ports != null && portList.size() != 1 && portList.size() != size) {
            throw ports.problem(portList.size() + " ports for " + size + (size == 1 ? " host" : " hosts"));
        }
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String address = addresses == null ? "" : address(addresses.part(addressList.get(i)));
            String name = names == null ? "" : name(names.part(nameList.get(i)));
            String port = portList.get(portList.size() == 1 ? 0 : i);
            hosts.add(host(name, address, ports == null ? Host.DEFAULT_PORT : Host.port(ports.part(port))));
        }
        return List.copyOf(hosts);
    }

    private static Host host(String name, String address, int port) {
        if (name.isEmpty()) {
            return new Host(address.isEmpty() ? Host.DEFAULT_NAME : address, null, port);
        }
        return new Host(name, address.isEmpty() || address.equals(name) ? null : address, port);
    }

    private static List<String> list(@Nullable Setting setting) {
        return setting == null ? List.of("") : List.of(setting.value().split(",", -1));
    }

    private static String name(Setting setting) {
        String name = setting.value().strip();
        if (name.startsWith("/") || name.startsWith("@")) {
            throw setting.problem("the host is a Unix-domain socket, which the JDBC driver cannot use; write localhost"
                    + " or a host name");
        }
        if (name.startsWith("[") && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            throw setting.bad("host name", "write a host name or an IP address");
        }
        return name;
    }

    private static String address(Setting setting) {
        String address = setting.value().strip();
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            throw setting.bad("hostaddr", "write an IP address");
        }
        return address;
    }
}
