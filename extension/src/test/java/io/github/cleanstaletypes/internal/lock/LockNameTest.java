package io.github.cleanstaletypes.internal.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What guards of different versions have in common: keys, names and tokens. A value that changes here parts them from each other. */
class LockNameTest {

    private static final String TOKEN = "cst:16384:0123abcd-0011223344556677";

    @Test
    void keys_are_the_same_in_every_version() {
        assertThat(AdvisoryLock.KEY).isEqualTo(0x63737479706573L).isEqualTo(27992966785164659L);
        assertThat(AdvisoryLock.WAITING).isEqualTo(0x63737479706577L);
        // printf tenant_a | sha256sum begins with ea7c68e607db
        assertThat(new LockName("tenant_a").key()).isEqualTo(0x6373_ea7c68e607dbL);
        assertThat(new LockName("tenant_a").hash()).isEqualTo("ea7c68e607db");
        assertThat(new LockName("Tenant_a").hash()).as("case matters").isEqualTo("233dbf79383b");
        assertThat(LockName.hash(0x6373_000000000001L)).isEqualTo("000000000001");
    }

    @Test
    void tokens_have_the_form_of_the_first_version_and_a_name_follows_where_sessions_are_named() {
        GuardToken nameless = new GuardToken(16384, "0123abcd", "0011223344556677", null);
        GuardToken named = nameless.named("ea7c68e607db");
        assertThat(nameless.text()).isEqualTo(named.text()).isEqualTo(TOKEN);
        assertThat(nameless.holderName()).isEqualTo("cst-guard:16384:0123abcd-0011223344556677");
        assertThat(nameless.applicationName()).isEqualTo(TOKEN);
        assertThat(named.applicationName()).isEqualTo(TOKEN + " @ea7c68e607db");
        assertThat(GuardToken.parse(TOKEN)).contains(nameless);
        assertThat(GuardToken.parse(named.applicationName())).isEmpty();
        assertThat(GuardToken.ofSession(TOKEN + " psql")).contains(nameless);
        assertThat(GuardToken.ofSession(TOKEN + " @ea7c68e607db")).contains(named);
        assertThat(GuardToken.ofSession(TOKEN + " @ea7c68e607db psql")).contains(named);
        assertThat(GuardToken.ofSession(TOKEN + " @ea7c68e607d")).contains(nameless);
        assertThat(GuardToken.ofSession("psql")).isEmpty();
        assertThat(GuardToken.ofSession(null)).isEmpty();
        assertThat(new GuardToken(4294967295L, "0123abcd", "0011223344556677", "ea7c68e607db").applicationName())
                .hasSize(54);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "tenant_a",
                "Tenant-42",
                "eu/de:acme.shop",
                "0123456789012345678901234567890123456789_:./-abcdefghijklmnopqr"
            })
    void is_made_of_letters_digits_and_some_signs(String text) {
        assertThat(new LockName(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "ä",
                "a\n",
                "a'",
                "@a",
                "0123456789012345678901234567890123456789_:./-abcdefghijklmnopqrs"
            })
    void is_nothing_else(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LockName(text));
    }
}
