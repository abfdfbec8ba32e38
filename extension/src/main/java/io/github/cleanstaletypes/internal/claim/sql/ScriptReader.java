package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.Conflict;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.Effect.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads scripts in the order in which they will run, and keeps what they make of names. */
public final class ScriptReader {

    private final PendingNames names;
    private final Tally opaque = new Tally("DO block or included script", "DO blocks or included scripts");
    private final Tally notUnderstood = new Tally("statement", "statements");
    private int statements;

    /** @param searchPath what a bare name means at the start of each script */
    public ScriptReader(List<String> searchPath) {
        this.names = new PendingNames(new SearchPath(searchPath));
    }

    public void read(MigrationScript script) {
        names.startScript();
        Splitter.split(script.sql(), statement -> {
            statements++;
            for (Effect effect : StatementReader.read(statement)) {
                if (!effect.on(names)) {
                    notUnderstood.add(script, statement);
                } else if (effect instanceof Effect.Opaque) {
                    opaque.add(script, statement);
                    names.obscure(BlockWords.in(statement));
                } else if (effect instanceof Effect.Create create && create.kind() == Kind.RELATION) {
                    names.mention(create.name(), statement);
                }
            }
        });
    }

    /** How many statements were read. */
    int statements() {
        return statements;
    }

    /** How many statements could not be understood. */
    public int notUnderstood() {
        return notUnderstood.count();
    }

    /** The names that are there in the end, with what would be in their way. */
    public Map<SqlName, Conflict> conflicts() {
        return names.conflicts();
    }

    /** The tables and views among them that could not be there beside a type of their name. */
    public Set<SqlName> tables() {
        return names.tables();
    }

    /** The types among them that could not be there before, and are mentioned by tables among them; with these. */
    public Map<SqlName, Set<SqlName>> typedTables() {
        return names.typedTables();
    }

    /** What could not be taken into account. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notUnderstood.told("that could not be read").ifPresent(notes::add);
        opaque.told("that may create anything").ifPresent(notes::add);
        return notes;
    }
}
