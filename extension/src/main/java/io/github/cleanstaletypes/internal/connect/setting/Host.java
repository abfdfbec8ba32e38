package io.github.cleanstaletypes.internal.connect.setting;

import org.jspecify.annotations.Nullable;

/**
 * A server to try.
 *
 * @param name what the user calls it: a host name, or an address (IPv6 without brackets)
 * @param address where to connect instead of looking the name up, libpq's {@code hostaddr}; usually null
 * @param port from 1 to 65535
 */
public record Host(String name, @Nullable String address, int port) {

    public static final int DEFAULT_PORT = 5432;
    public static final String DEFAULT_NAME = "localhost";

    /** What the driver connects to, an IPv6 address in brackets. */
    public String target() {
        return bracketed(address == null ? name : address);
    }

    /** In the form {@code db.example:5432}, {@code [::1]:5432} or, with an address, {@code db.example[10.0.0.7]:5432}. */
    @Override
    public String toString() {
        return (address == null ? bracketed(name) : name + "[" + address + "]") + ":" + port;
    }

    /** The number of a port; an empty text means the default. */
    public static int port(Setting setting) {
        String text = setting.value().strip();
        if (text.isEmpty()) {
            return DEFAULT_PORT;
        }
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw setting.bad("port", "write a number from 1 to 65535");
        }
        return port;
    }

    private static String bracketed(String name) {
        return name.indexOf(':') < 0 ? name : "[" + name + "]";
    }
}
