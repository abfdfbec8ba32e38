package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.NamedThing;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.explain.words.AppliedMark;
import io.github.cleanstaletypes.internal.explain.words.InWords;
import io.github.cleanstaletypes.internal.explain.words.ThingKind;
import java.util.List;
import java.util.Optional;

/** Something of another kind than types and relations has the name: a policy, a trigger, a column, a publication. */
final class ThingExists {

    private ThingExists() {}

    static Optional<Advice> advise(Situation situation) {
        NamedObject named = situation.named();
        String word = named == null ? null : named.kind();
        ThingKind kind = ThingKind.of(situation.cause(), word).orElse(null);
        if (named == null || (kind == null && word == null)) {
            return Optional.empty();
        }
        String name = new SqlName(null, named.name()).toString();
        String called = kind == null ? String.valueOf(word) : kind.word();
        List<NamedThing> there = there(situation, named, called);
        String table = table(named, there);
        boolean key = situation.cause() == Cause.PRIMARY_KEY_EXISTS;
        String object =
                key ? "primary key of " + name : called + " " + name + (named.on() == null ? "" : " of " + named.on());
        boolean gone = situation.looked() && there.isEmpty();
        return Optional.of(new Advice(
                "The statement failed because the " + object
                        + " exists: an earlier run committed it, or another session just did."
                        + (gone
                                ? " There is none now: it went with the transaction that failed, which makes it twice itself; or it was"
                                        + " dropped since."
                                : ""),
                (gone
                                ? "Look for the two statements of the migration that make it. "
                                : "Compare it with what the migration makes"
                                        + (kind == null ? "" : ": " + kind.look(name, table))
                                        + ". If it is the same, the migration has done its work before: "
                                        + AppliedMark.in(situation.things().tools()) + ". ")
                        + (kind == null ? "" : "To have it run twice: " + kind.twice(name, table) + "."),
                there.stream().map(InWords::there).toList()));
    }

    private static List<NamedThing> there(Situation situation, NamedObject named, String called) {
        if (situation.cause() == Cause.PRIMARY_KEY_EXISTS) {
            return situation.things().all().stream()
                    .filter(thing -> thing.kind().equals("constraint")
                            && String.valueOf(thing.definition()).startsWith("PRIMARY KEY")
                            && of(thing, new SqlName(named.schema(), named.name())))
                    .toList();
        }
        SqlName on = named.on();
        return situation.things().all().stream()
                .filter(thing -> thing.kind().equals(called) && thing.name().equals(named.name()))
                .filter(thing -> on == null || of(thing, on))
                .toList();
    }

    /** Whether it belongs to this table, of any schema if none is told. */
    private static boolean of(NamedThing thing, SqlName table) {
        String owner = new SqlName(table.schema() == null ? thing.schema() : table.schema(), table.name()).toString();
        return owner.equals(thing.owner());
    }

    private static String table(NamedObject named, List<NamedThing> there) {
        String owner = there.size() == 1 ? there.get(0).owner() : null;
        if (owner != null) {
            return owner;
        }
        return named.on() == null ? "TABLE" : named.on().toString();
    }
}
