package io.github.cleanstaletypes.internal.finding.use;

import io.github.cleanstaletypes.internal.catalog.FunctionBodies;
import io.github.cleanstaletypes.internal.catalog.FunctionBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows the names that function bodies mention. A body leaves no trace in {@code pg_depend}, so a word that reads like a type's name
 * counts as a use, wherever it stands: in code, in a string that is executed, in a comment. Immutable.
 */
final class Mentions {

    private record Mention(FunctionBody body, @Nullable String schema) {}

    private final Set<String> keywords;
    private final Map<String, List<Mention>> words = new HashMap<>();
    private final Map<String, List<Mention>> quoted = new HashMap<>();

    /** @param wanted the names that will be asked for; no other is kept */
    Mentions(FunctionBodies bodies, Set<String> wanted) {
        this.keywords = bodies.keywords();
        for (FunctionBody body : bodies.bodies()) {
            BodyText text = new BodyText(body.text(), wanted);
            text.words((name, schema) -> keep(words, name, new Mention(body, schema)));
            text.quotedNames((name, schema) -> keep(quoted, name, new Mention(body, schema)));
        }
    }

    /**
     * The functions whose bodies mention a type.
     *
     * @param schema the type's schema: a qualified mention counts only for it
     * @param name the type's name, or its array's, or its multirange's
     */
    Set<String> of(String schema, String name) {
        Set<String> functions = new LinkedHashSet<>();
        List<Mention> found = new ArrayList<>(quoted.getOrDefault(name, List.of()));
        if (BodyText.plain(name)) {
            // after a schema any keyword may stand unquoted, as in public.user
            words.getOrDefault(name, List.of()).stream()
                    .filter(mention -> mention.schema() != null || !keywords.contains(name))
                    .forEach(found::add);
        }
        for (Mention mention : found) {
            if (mention.schema() == null || mention.schema().equals(schema)) {
                functions.add("body of " + mention.body().description());
            }
        }
        return functions;
    }

    private static void keep(Map<String, List<Mention>> into, String name, Mention mention) {
        into.computeIfAbsent(name, key -> new ArrayList<>()).add(mention);
    }
}
