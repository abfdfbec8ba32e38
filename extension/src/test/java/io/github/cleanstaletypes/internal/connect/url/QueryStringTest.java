package io.github.cleanstaletypes.internal.connect.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.connect.setting.Setting;
import org.junit.jupiter.api.Test;

class QueryStringTest {

    @Test
    void a_pair_shows_neither_its_name_nor_its_value() {
        Setting setting = new Setting("SECRET", "PGPASSWORD");

        assertThat(new QueryString.Pair(setting, 1, "SECRET", "SECRET", true))
                .asString()
                .doesNotContain("SECRET");
    }

    @Test
    void what_may_be_a_piece_of_a_password_is_no_parameter_of_anybodys() {
        Setting url = new Setting("", "DATABASE_URL");

        assertThat(new QueryString.Pair(url, 2, "pool", "5", true).foreign()).isNull();
        assertThat(new QueryString.Pair(url, 2, "pool", "5", false).foreign()).isNotNull();
    }
}
