package io.github.cleanstaletypes.internal.claim.migration;

import io.github.cleanstaletypes.internal.claim.migration.FlywayName.Kind;
import io.github.cleanstaletypes.internal.claim.sql.MigrationScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which scripts Flyway would run by one schema history, and in which order. A version out of order counts as pending. */
final class PendingScripts {

    private record Named(ScriptFile file, FlywayName name) {
        MigrationVersion version() {
            return Objects.requireNonNull(name.version());
        }
    }

    private final List<Named> files;
    private final Applied applied;
    private final Placeholders placeholders;

    PendingScripts(List<ScriptFile> files, Applied applied, Placeholders placeholders) {
        this.files = files.stream()
                .flatMap(file -> file.flywayName().map(name -> new Named(file, name)).stream())
                .filter(named -> !named.file().config().never())
                .toList();
        this.applied = applied;
        this.placeholders = placeholders;
    }

    /** The scripts, with the placeholders that are known replaced. */
    List<MigrationScript> inOrder() {
        Optional<Named> baseline =
                applied.noVersion() ? of(Kind.BASELINE).max(Comparator.comparing(Named::version)) : Optional.empty();
        List<MigrationScript> pending = new ArrayList<>();
        baseline.ifPresent(named -> pending.add(script(named)));
        of(Kind.VERSIONED)
                .filter(named -> !applied.has(named.version()))
                .filter(named -> baseline.isEmpty()
                        || named.version().compareTo(baseline.get().version()) > 0)
                .sorted(Comparator.comparing(Named::version))
                .map(this::script)
                .forEach(pending::add);
        of(Kind.REPEATABLE)
                .sorted(Comparator.comparing(named -> named.name().description()))
                .forEach(named -> {
                    MigrationScript script = script(named);
                    if (!hasRun(named, script)) {
                        pending.add(script);
                    }
                });
        return pending;
    }

    /** The checksum is that of the text after replacement, which is not known if a placeholder is not. */
    private boolean hasRun(Named named, MigrationScript script) {
        boolean known = named.file().config().literal() || !Placeholders.anyIn(script.sql());
        return applied.hasRepeatable(named.name().description(), known ? Checksum.of(script.sql()) : null);
    }

    private MigrationScript script(Named named) {
        String text = named.file().text();
        boolean literal = named.file().config().literal();
        return new MigrationScript(named.file().name(), literal ? text : placeholders.replaceIn(text));
    }

    private Stream<Named> of(Kind kind) {
        return files.stream().filter(named -> named.name().kind() == kind);
    }
}
