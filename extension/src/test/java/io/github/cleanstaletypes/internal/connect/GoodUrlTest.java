package io.github.cleanstaletypes.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** URLs as libpq and the driver read them: each with user, password, and the driver's own URL that comes out. */
class GoodUrlTest {

    private static final String DEFAULTS = "loginTimeout=10.000&socketTimeout=125&tcpKeepAlive=true";

    @TempDir
    Path home;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    postgresql://app:pw@db.example:5433/shop     | app      | pw     | db.example:5433/shop
                    postgres://app@db.example/shop               | app      |        | db.example:5432/shop
                    pgsql://app:pw@db/shop                       | app      | pw     | db:5432/shop
                    postgis://app:pw@db/shop                     | app      | pw     | db:5432/shop
                    POSTGRES://app:pw@db/shop                    | app      | pw     | db:5432/shop
                    postgres://db/shop                           | os_user  |        | db:5432/shop
                    postgres:///shop                             | os_user  |        | localhost:5432/shop
                    postgres://app:pw@/shop                      | app      | pw     | localhost:5432/shop
                    postgres://:6000/shop                        | os_user  |        | localhost:6000/shop
                    postgres://app:@db:/shop                     | app      |        | db:5432/shop
                    postgres://a%40b:p%2F%3A%25%3f%23w@db/shop   | a@b      | p/:%?#w | db:5432/shop
                    postgres://app:p:w#+&=@db/shop               | app      | p:w#+&= | db:5432/shop
                    postgres://app:a+b@db/c+d                    | app      | a+b    | db:5432/c%2Bd
                    postgres://app:%C3%A9%F0%9F%94%91@d%62/%C3%A9 | app     | é🔑    | db:5432/%C3%A9
                    postgres://app:pw@[::1]/shop                 | app      | pw     | [::1]:5432/shop
                    postgres://app:pw@[fe80::1%25eth0]:6000/shop | app      | pw     | [fe80::1%eth0]:6000/shop
                    postgres://a,b:6000,[::1]:7000/shop          | os_user  |        | a:5432,b:6000,[::1]:7000/shop
                    postgres://a:6000,/shop                      | os_user  |        | a:6000,localhost:5432/shop
                    postgres://a,b/shop?port=6000                | os_user  |        | a:6000,b:6000/shop
                    postgres://a:1/x?host=b&port=2&dbname=c&user=d&password=e%26 | d | e& | b:2/c
                    postgres://?host=b&dbname=c&                 | os_user  |        | b:5432/c
                    postgres://db?dbname=a%20b/c                 | os_user  |        | db:5432/a+b%2Fc
                    postgres://name/shop?hostaddr=10.0.0.7       | os_user  |        | 10.0.0.7:5432/shop
                    jdbc:postgresql://db:6000/shop?user=app&password=a+b%2Bc | app | a b+c | db:6000/shop
                    jdbc:postgresql://a,[::1]:6000/shop          | os_user  |        | a:5432,[::1]:6000/shop
                    jdbc:postgresql:shop                         | os_user  |        | localhost:5432/shop
                    jdbc:postgresql:///shop                      | os_user  |        | localhost:5432/shop
                    jdbc:postgresql://db/?PGDBNAME=a&PGPORT=7&user=b@c | b@c  |      | db:7/a
                    """)
    void names_user_password_hosts_and_database(String url, String user, String password, String place) {
        PGSimpleDataSource driver = TestEnvironment.driver(
                new TestEnvironment(home).with("DATABASE_URL", url).resolve());

        assertThat(driver.getUser()).isEqualTo(user);
        assertThat(driver.getPassword()).isEqualTo(password == null ? "" : password);
        int hosts = (int) place.chars().filter(c -> c == ',').count() + 1;
        assertThat(driver.getUrl())
                .isEqualTo("jdbc:postgresql://" + place + "?" + DEFAULTS.replace("10.000", hosts + "0.000"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    sslmode=verify-ca                     | sslmode=verify-ca
                    ssl=true                              | sslmode=require
                    sslrootcert=system                    | sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory&sslmode=verify-full
                    sslrootcert=/ca&sslcert=/c&sslkey=/k&sslpassword=p | sslcert=/c&sslkey=/k&sslpassword=p&sslrootcert=/ca
                    sslnegotiation=direct                 | sslNegotiation=direct
                    application_name=a%20b                | ApplicationName=a b
                    fallback_application_name=f           | ApplicationName=f
                    fallback_application_name=f&application_name=a | ApplicationName=a
                    application_name=a+b                  | ApplicationName=a+b
                    options=-c%20geqo%3Doff               | options=-c geqo=off
                    target_session_attrs=read-write       | targetServerType=primary
                    target_session_attrs=primary          | targetServerType=primary
                    target_session_attrs=read-only        | targetServerType=secondary
                    target_session_attrs=standby          | targetServerType=secondary
                    target_session_attrs=prefer-standby   | targetServerType=preferSecondary
                    target_session_attrs=any              | targetServerType=any
                    load_balance_hosts=random             | loadBalanceHosts=true
                    channel_binding=require               | channelBinding=require
                    require_auth=scram-sha-256,md5        | requireAuth=scram-sha-256,md5
                    require_auth=!password,!none          | requireAuth=!password,!none
                    gssencmode=disable                    | gssEncMode=disable
                    krbsrvname=pg                         | kerberosServerName=pg
                    gsslib=gssapi                         | gsslib=gssapi
                    keepalives=0                          | tcpKeepAlive=false
                    keepalives=1&keepalives_idle=30&keepalives_count=3 | tcpKeepAlive=true
                    connect_timeout=3                     | connectTimeout=3&loginTimeout=3.000
                    connect_timeout=-1                    | connectTimeout=0&loginTimeout=120.000
                    connect_timeout=2147483647            | connectTimeout=2147483&loginTimeout=2147483.000
                    client_encoding=LATIN1&replication=false&sslsni=1&requirepeer=x | tcpKeepAlive=true
                    """)
    void says_libpqs_parameters_in_the_drivers_words(String parameters, String driverProperties) throws Exception {
        String url = "postgres://app@db/shop?" + parameters;
        PGSimpleDataSource driver = TestEnvironment.driver(
                new TestEnvironment(home).with("DATABASE_URL", url).resolve());

        for (String property : driverProperties.split("&")) {
            int equals = property.indexOf('=');
            assertThat(driver.getProperty(property.substring(0, equals))).isEqualTo(property.substring(equals + 1));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    sslmode=require&ApplicationName=a      | ApplicationName=a&loginTimeout=10.000&socketTimeout=125&sslmode=require&tcpKeepAlive=true
                    ssl=true                               | loginTimeout=10.000&socketTimeout=125&sslmode=verify-full&tcpKeepAlive=true
                    ssl                                    | loginTimeout=10.000&socketTimeout=125&sslmode=verify-full&tcpKeepAlive=true
                    ssl=false                              | loginTimeout=10.000&socketTimeout=125&tcpKeepAlive=true
                    ssl=true&sslmode=require               | loginTimeout=10.000&socketTimeout=125&sslmode=require&tcpKeepAlive=true
                    sslmode=require&ssl=true               | loginTimeout=10.000&socketTimeout=125&sslmode=require&tcpKeepAlive=true
                    currentSchema=a,b&tcpKeepAlive=false   | currentSchema=a%2Cb&loginTimeout=10.000&socketTimeout=125&tcpKeepAlive=false
                    loginTimeout=3&prepareThreshold=0      | loginTimeout=3&prepareThreshold=0&socketTimeout=125&tcpKeepAlive=true
                    requireAuth=md5,password               | loginTimeout=10.000&requireAuth=md5%2Cpassword&socketTimeout=125&tcpKeepAlive=true
                    """)
    void passes_the_drivers_own_parameters_of_a_jdbc_url(String parameters, String expected) {
        String url = "jdbc:postgresql://db/shop?" + parameters;
        PGSimpleDataSource driver = TestEnvironment.driver(
                new TestEnvironment(home).with("DATABASE_URL", url).resolve());

        assertThat(driver.getUrl()).isEqualTo("jdbc:postgresql://db:5432/shop?" + expected);
    }
}
