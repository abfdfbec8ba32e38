package io.github.cleanstaletypes.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.report.CleanupReport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Has no annotation: {@code junit-platform.properties} switches the extension on for the whole suite, and names what is to be free. */
class SuiteWideTest {

    static final DataSource dataSource = SharedDatabase.open().dataSource();

    @Test
    void is_cleaned_for_nevertheless(CleanupReport report) {
        assertThat(report.cleaned()).isOne();
    }
}
