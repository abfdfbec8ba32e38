package io.github.cleanstaletypes.internal.reset.form.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the value of a setting such as {@code search_path} apart: names after commas, in double quotes where they need some. Stateless. */
final class QuotedList {

    private static final Pattern ELEMENT =
            Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"|([^\\s,\"][^\\s,]*))\\s*(,|$)");

    private QuotedList() {}

    /** Its elements without quotes; none if it is empty, or no such list. */
    static List<String> elements(String value) {
        List<String> elements = new ArrayList<>();
        Matcher element = ELEMENT.matcher(value);
        int at = 0;
        boolean more = true;
        while (more) {
            if (!element.find(at) || element.start() != at) {
                return List.of();
            }
            elements.add(
                    element.group(1) == null
                            ? element.group(2)
                            : element.group(1).replace("\"\"", "\""));
            more = element.group(3).equals(",");
            at = element.end();
        }
        return at == value.length() ? elements : List.of();
    }
}
