package io.github.cleanstaletypes.testing.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The page on threats names every statement that can be sent. */
public final class ListedStatements {

    private static final Path PAGE = Path.of("docs", "threats.md");
    private static final Pattern LISTED = Pattern.compile("`([a-z0-9_]+)`");

    private ListedStatements() {}

    /** Reads their names from the page, in order. */
    public static Set<String> names() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> listed = new TreeSet<>();
        page.substring(page.indexOf("## The statements"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .forEach(cell -> LISTED.matcher(cell).results().forEach(name -> listed.add(name.group(1))));
        return listed;
    }
}
