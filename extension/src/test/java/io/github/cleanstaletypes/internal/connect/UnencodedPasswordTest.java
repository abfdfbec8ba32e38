package io.github.cleanstaletypes.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A password written into a URL as it is, with every character there is: understood, or refused without showing it. */
class UnencodedPasswordTest {

    private static final String FIRST = "Qx1";
    private static final String SECOND = "Zy9";

    @TempDir
    Path home;

    static Stream<String> separators() {
        Stream<String> ascii = IntStream.range(1, 127).mapToObj(Character::toString);
        return Stream.concat(
                ascii, Stream.of("@@", "/?", "?a=", "&a=", "&port=", "#/", "://", "%4", "%zz", ":1/", "é"));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("separators")
    void is_never_shown_and_never_cut(String separator) {
        String password = FIRST + separator + SECOND;
        for (String url : List.of(
                "postgres://app:%s@db/shop",
                "postgres://app:%s@db:5432/shop?sslmode=disable",
                "postgres://app:%s@db",
                "postgres://app:%s@db:x/shop",
                "postgres://app:%s/shop",
                "postgres://db/shop?user=app&password=%s",
                "postgres://db/shop?user=app&password=%s&sslmode=on",
                "postgres://db/shop?user=app&password=%s&nonsense=1",
                "jdbc:postgresql://app:%s@db/shop",
                "jdbc:postgresql://db/shop?user=app&password=%s",
                "jdbc:postgresql://db/shop?user=app&password=%s&nonsense=1")) {
            if (url.equals("postgres://app:%s/shop") && separator.equals("@")) {
                // a password and a host
                continue;
            }
            TestEnvironment environment = new TestEnvironment(home).with("DATABASE_URL", url.formatted(password));
            try {
                ConnectionSettings settings = environment.resolve();
                String blankForPlus = url.startsWith("jdbc:") ? password.replace('+', ' ') : password;
                assertThat(TestEnvironment.driver(settings).getPassword()).isEqualTo(blankForPlus);
                assertHidden(settings.toString());
            } catch (SettingsException e) {
                assertHidden(e.toString());
                assertThat(e.getMessage()).startsWith("DATABASE_URL: ").hasLineCount(1);
                assertThat(e).hasNoCause().hasNoSuppressedExceptions();
            }
        }
    }

    @Test
    void is_hidden_from_every_text_of_every_class() {
        Setting setting = new Setting(FIRST, "PGPASSWORD");
        Parameters parameters = new Parameters().put(Keyword.PASSWORD, setting).put(Keyword.SSLPASSWORD, setting);

        assertHidden(setting + " " + parameters + " " + parameters.driverProperties());
        assertHidden(setting.bad("thing", "").getMessage());
        assertHidden(new Source("x", parameters, "y").toString());
    }

    private static void assertHidden(String text) {
        assertThat(text).doesNotContain(FIRST).doesNotContain(SECOND);
    }
}
