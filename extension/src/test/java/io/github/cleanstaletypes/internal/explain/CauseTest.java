package io.github.cleanstaletypes.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.report.FindingCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CauseTest {

    @ParameterizedTest
    @EnumSource
    void every_finding_can_be_a_cause(FindingCode code) {
        assertThat(Cause.of(code)).hasToString(code.toString());
        assertThat(Cause.of(code).race()).isFalse();
    }
}
