package io.github.cleanstaletypes.internal.reset.state;

import io.github.cleanstaletypes.internal.reset.state.ResetStep.AlreadyBack;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.AlreadyNew;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.DropOld;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.GoBack;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.MakeNew;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.Refused;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.SwapBack;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.TakeBack;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides from what is seen what is to be done: pure, so that each state that a kill can leave is tested. Stateless. */
public final class ResetPlan {

    private ResetPlan() {}

    /** What a reset has to do. */
    public static ResetStep reset(ResetState state) {
        SeenDatabase present = state.present();
        if (present == null) {
            return new Refused(missing(state));
        }
        String unfit = unfit(present);
        if (unfit != null) {
            return new Refused(unfit);
        }
        SeenDatabase leftover = state.unfinished();
        if (leftover != null && !leftover.worthNothing()) {
            return new Refused(notOurs(leftover));
        }
        return state.mayBeNew() && present.content() == Content.NONE && leftover == null
                ? new AlreadyNew(present, state.partner().orElseThrow())
                : new MakeNew(present, leftover);
    }

    /** What an undo has to do. */
    public static ResetStep undo(ResetState state) {
        SeenDatabase present = state.present();
        SeenDatabase leftover = state.unfinished();
        if (present != null && leftover != null) {
            return leftover.worthNothing() ? new GoBack(present, leftover) : new Refused(notOurs(leftover));
        }
        Optional<SeenDatabase> undone = state.undone();
        if (present != null && undone.isPresent()) {
            return new AlreadyBack(present, undone.get());
        }
        List<SeenDatabase> whole =
                state.setAside().stream().filter(ResetPlan::canHaveTheName).toList();
        if (whole.isEmpty()) {
            return new Refused("no database is set aside that could have the name " + quoted(state.database()) + " back"
                    + broken(state.setAside()));
        }
        SeenDatabase last = whole.size() == 1
                ? whole.get(0)
                : state.partner().filter(whole::contains).orElse(null);
        if (last == null) {
            return new Refused("which database was set aside last is not certain, since one has been altered since: "
                    + names(whole) + "; rename or drop all but the one that is meant");
        }
        return present == null ? new TakeBack(last) : new SwapBack(present, last);
    }

    /** What the dropping of those that were set aside has to do. */
    public static ResetStep dropOld(ResetState state) {
        return new DropOld(state.setAside());
    }

    private static boolean canHaveTheName(SeenDatabase old) {
        return switch (old.kind()) {
            case PLAIN, CLOSED, TEMPLATE -> true;
            case INVALID -> false;
        };
    }

    private static @Nullable String unfit(SeenDatabase present) {
        return switch (present.kind()) {
            case PLAIN -> null;
            case TEMPLATE -> quoted(present.name()) + " is a template, which other databases are made from";
            case CLOSED ->
                quoted(present.name()) + " takes no connections (ALLOW_CONNECTIONS is false), so what is to be"
                        + " carried over cannot be read";
            case INVALID ->
                quoted(present.name()) + " is what an interrupted DROP DATABASE has left: it can only be" + " dropped";
        };
    }

    private static String missing(ResetState state) {
        return "there is no database " + quoted(state.database())
                + (state.setAside().isEmpty()
                        ? ""
                        : "; set aside: " + names(state.setAside()) + ", which --undo gives the name back");
    }

    private static String notOurs(SeenDatabase leftover) {
        return "a database " + quoted(leftover.name()) + " is there, as an interrupted reset would have left it; but "
                + (leftover.content() == Content.SOME ? "it holds something" : "whether it is empty cannot be seen")
                + ", so it is not dropped: look into it, and drop or rename it";
    }

    private static String broken(List<SeenDatabase> old) {
        return old.isEmpty() ? "" : " (an interrupted DROP DATABASE has left " + names(old) + ")";
    }

    private static String names(List<SeenDatabase> databases) {
        return databases.stream().map(one -> quoted(one.name())).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
