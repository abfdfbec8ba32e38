package io.github.cleanstaletypes.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.junit.CleanStaleTypes;
import io.github.cleanstaletypes.junit.Mode;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

// tag::report
@CleanStaleTypes(value = "accounts_user", mode = Mode.REPORT)
class ReportTest {

    static final DataSource dataSource = SharedDatabase.open().dataSource();

    @Test
    void only_types_that_nothing_uses_are_left_behind(CleanupReport report) {
        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.finding().code()).isEqualTo(FindingCode.UNUSED_TYPE));
    }
    // end::report

    @Test
    void one_is(CleanupReport report) {
        assertThat(report.remaining()).isOne();
    }
}
