package io.github.cleanstaletypes.internal.error.message;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a line is searched for first is in it whatever a program does to the quotes. */
class AnchorTest {

    @Test
    void a_text_of_little_but_quotes_is_refused() {
        Template template = Template.of("xx", ServerMessage.TYPE_EXISTS, "typ\"%s\"abc");
        assertThatThrownBy(() -> Anchor.of(template, Map.of())).hasMessageContaining("no long enough piece");
    }
}
