package io.github.cleanstaletypes.internal.connect;

import io.github.cleanstaletypes.internal.connect.libpq.ConfigFiles;
import io.github.cleanstaletypes.internal.connect.setting.DriverProperties;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import java.nio.file.Files;

/** Where the driver and libpq mean different things by the same TLS setting. */
final class Tls {

    private Tls() {}

    /**
     * Makes the driver do what libpq does.
     *
     * <p>{@code sslrootcert=system} is Java's own store of authorities, which trusts only with {@code verify-full};
     * {@code sslmode=require} checks the certificate if there is an authority's to check it against (PostgreSQL manual,
     * "SSL Support").
     */
    static void likeLibpq(Parameters parameters, DriverProperties properties, Source source, Environment environment) {
        Setting root = parameters.get(Keyword.SSLROOTCERT);
        Setting mode = parameters.get(Keyword.SSLMODE);
        if (root != null && root.value().equals("system")) {
            if (mode != null && !mode.value().equals("verify-full")) {
                throw root.problem("sslrootcert=system needs sslmode=verify-full");
            }
            properties.remove(DriverProperties.SSL_ROOT_CERT);
            properties.set(DriverProperties.SSL_MODE, "verify-full");
            properties.setIfAbsent(DriverProperties.SSL_FACTORY, "org.postgresql.ssl.DefaultJavaSSLFactory");
        } else if (mode != null && mode.value().equals("require")) {
            boolean authority =
                    Files.exists(root == null ? ConfigFiles.rootCertificate(environment) : ConfigFiles.path(root));
            properties.set(DriverProperties.SSL_MODE, authority ? "verify-ca" : "require");
        }
        checkAddress(parameters, properties);
        TlsFiles.check(parameters, properties, source);
    }

    private static void checkAddress(Parameters parameters, DriverProperties properties) {
        Setting address = parameters.get(Keyword.HOSTADDR);
        if (address != null
                && parameters.has(Keyword.HOST)
                && "verify-full".equals(properties.get(DriverProperties.SSL_MODE))) {
            throw address.problem("hostaddr with sslmode=verify-full is not supported, since the JDBC driver would"
                    + " look for the address in the certificate; leave hostaddr out");
        }
    }
}
