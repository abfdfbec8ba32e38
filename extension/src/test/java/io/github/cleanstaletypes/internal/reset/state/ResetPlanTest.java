package io.github.cleanstaletypes.internal.reset.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.reset.state.ResetStep.AlreadyBack;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.AlreadyNew;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.DropOld;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.GoBack;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.MakeNew;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.Refused;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.SwapBack;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.TakeBack;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase.Content;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is to be done in each state that there can be, and above all what never is. */
class ResetPlanTest {

    private static final long OLDER = 100;
    private static final long PRESENT = 200;
    private static final long YOUNGER = 300;
    private static final String SWAP = "7000";

    @Test
    void never_drops_what_may_hold_something_and_never_the_present_one() {
        assertThat(states()).hasSizeGreaterThan(300).allSatisfy(state -> {
            for (ResetStep step : List.of(ResetPlan.reset(state), ResetPlan.undo(state))) {
                assertThat(dropped(step))
                        .allMatch(one -> one.content() == Content.NONE || one.kind() == Kind.INVALID)
                        .doesNotContain(state.present())
                        .noneMatch(state.setAside()::contains);
            }
        });
    }

    @Test
    void drops_what_was_set_aside_only_when_asked_to() {
        assertThat(states())
                .allSatisfy(state -> assertThat(ResetPlan.dropOld(state)).isEqualTo(new DropOld(state.setAside())));
    }

    @Test
    void makes_new_what_is_an_ordinary_database_and_no_other() {
        assertThat(states()).allSatisfy(state -> {
            ResetStep step = ResetPlan.reset(state);
            SeenDatabase present = state.present();
            if (present == null || present.kind() != Kind.PLAIN) {
                assertThat(step).isInstanceOf(Refused.class);
            } else if (isInTheWay(state.unfinished())) {
                assertThat(((Refused) step).why()).contains("\"app_new_200\"");
            } else {
                assertThat(step).isInstanceOfAny(MakeNew.class, AlreadyNew.class);
            }
        });
    }

    @Test
    void takes_a_database_for_new_only_if_a_reset_has_made_it_and_nothing_is_in_it() {
        assertThat(states().stream().filter(state -> ResetPlan.reset(state) instanceof AlreadyNew))
                .isNotEmpty()
                .allSatisfy(state -> {
                    AlreadyNew step = (AlreadyNew) ResetPlan.reset(state);
                    assertThat(step.present().content()).isEqualTo(Content.NONE);
                    assertThat(step.old().writer()).isEqualTo(step.present().writer());
                    assertThat(step.old().oid()).isLessThan(step.present().oid());
                    assertThat(state.unfinished()).isNull();
                });
        ResetState undone =
                new ResetState("app", present(Content.NONE), null, List.of(aside(YOUNGER, SWAP, Kind.PLAIN)));
        assertThat(ResetPlan.reset(undone)).isInstanceOf(MakeNew.class);
    }

    @Test
    void finishes_a_reset_that_was_interrupted_before_the_swap_by_beginning_it_again() {
        SeenDatabase leftover = unfinished(Kind.PLAIN, Content.NONE);
        ResetState state = new ResetState("app", present(Content.UNKNOWN), leftover, List.of());

        assertThat(ResetPlan.reset(state)).isEqualTo(new MakeNew(present(Content.UNKNOWN), leftover));
        assertThat(ResetPlan.undo(state)).isEqualTo(new GoBack(present(Content.UNKNOWN), leftover));
    }

    @Test
    void goes_back_to_the_one_that_was_set_aside_last_and_refuses_if_that_is_not_certain() {
        SeenDatabase partner = aside(OLDER, SWAP, Kind.PLAIN);
        SeenDatabase stranger = aside(OLDER - 1, "6000", Kind.PLAIN);
        SeenDatabase other = aside(OLDER - 2, "6001", Kind.PLAIN);
        SeenDatabase broken = aside(OLDER - 3, "6002", Kind.INVALID);
        SeenDatabase present = present(Content.SOME);

        assertThat(undo(present, partner, stranger)).isEqualTo(new SwapBack(present, partner));
        assertThat(undo(present, stranger)).isEqualTo(new SwapBack(present, stranger));
        assertThat(undo(present, stranger, broken)).isEqualTo(new SwapBack(present, stranger));
        assertThat(((Refused) undo(present, stranger, other)).why()).contains("app_old_99", "app_old_98");
        assertThat(((Refused) undo(present, broken)).why()).contains("app_old_97");
        assertThat(((Refused) undo(present)).why()).contains("no database is set aside");
        assertThat(undo(present, aside(YOUNGER, SWAP, Kind.PLAIN), stranger))
                .as("an undo has been here, and the next one does not undo it")
                .isEqualTo(new AlreadyBack(present, aside(YOUNGER, SWAP, Kind.PLAIN)));
        assertThat(undo(null, stranger)).isEqualTo(new TakeBack(stranger));
        assertThat(((Refused) undo(null, stranger, other)).why()).contains("app_old_99", "app_old_98");
    }

    @Test
    void says_of_a_name_that_none_has_whether_anything_was_set_aside() {
        assertThat(((Refused) ResetPlan.reset(new ResetState("app", null, null, List.of()))).why())
                .isEqualTo("there is no database \"app\"");
        assertThat(((Refused) ResetPlan.reset(
                                new ResetState("app", null, null, List.of(aside(OLDER, SWAP, Kind.PLAIN)))))
                        .why())
                .contains("app_old_100", "--undo");
    }

    @Test
    void sees_by_its_own_number_what_was_set_aside_and_by_that_of_the_present_one_what_is_unfinished() {
        ResetState state = ResetState.of(
                "app",
                Stream.of("app", "app_new_200", "app_new_100", "app_old_999", "other")
                        .map(name -> new SeenDatabase(PRESENT, name, Kind.PLAIN, SWAP, Content.UNKNOWN))
                        .toList());

        assertThat(state.unfinished())
                .isNotNull()
                .extracting(SeenDatabase::name)
                .isEqualTo("app_new_200");
        assertThat(state.setAside()).as("the number is another one's").isEmpty();
        assertThat(ResetState.of("app", List.of(aside(OLDER, SWAP, Kind.PLAIN))).setAside())
                .hasSize(1);
    }

    private static ResetStep undo(@Nullable SeenDatabase present, SeenDatabase... old) {
        return ResetPlan.undo(new ResetState("app", present, null, List.of(old)));
    }

    private static boolean isInTheWay(@Nullable SeenDatabase leftover) {
        return leftover != null && leftover.kind() != Kind.INVALID && leftover.content() != Content.NONE;
    }

    private static List<SeenDatabase> dropped(ResetStep step) {
        List<@Nullable SeenDatabase> dropped = new ArrayList<>();
        if (step instanceof MakeNew make) {
            dropped.add(make.leftover());
        } else if (step instanceof GoBack back) {
            dropped.add(back.leftover());
        }
        dropped.removeIf(one -> one == null);
        return dropped;
    }

    private static List<ResetState> states() {
        List<@Nullable SeenDatabase> presents = new ArrayList<>(Arrays.asList(
                null,
                present(Content.NONE),
                present(Content.SOME),
                present(Content.UNKNOWN),
                new SeenDatabase(PRESENT, "app", Kind.TEMPLATE, SWAP, Content.UNKNOWN),
                new SeenDatabase(PRESENT, "app", Kind.CLOSED, SWAP, Content.UNKNOWN),
                new SeenDatabase(PRESENT, "app", Kind.INVALID, SWAP, Content.UNKNOWN)));
        List<@Nullable SeenDatabase> unfinished = Arrays.asList(
                null,
                unfinished(Kind.PLAIN, Content.NONE),
                unfinished(Kind.PLAIN, Content.SOME),
                unfinished(Kind.PLAIN, Content.UNKNOWN),
                unfinished(Kind.CLOSED, Content.UNKNOWN),
                unfinished(Kind.INVALID, Content.UNKNOWN));
        List<List<SeenDatabase>> setAside = new ArrayList<>(List.of(List.of()));
        for (Kind kind : Kind.values()) {
            setAside.add(List.of(aside(OLDER, SWAP, kind)));
            setAside.add(List.of(aside(YOUNGER, SWAP, kind)));
            setAside.add(List.of(aside(OLDER, "6000", kind)));
            setAside.add(List.of(aside(OLDER, SWAP, kind), aside(OLDER - 1, "6000", Kind.PLAIN)));
            setAside.add(List.of(aside(OLDER, "6001", kind), aside(OLDER - 1, "6000", Kind.PLAIN)));
        }
        List<ResetState> states = new ArrayList<>();
        for (SeenDatabase present : presents) {
            for (SeenDatabase leftover : present == null ? Arrays.asList((SeenDatabase) null) : unfinished) {
                setAside.forEach(old -> states.add(new ResetState("app", present, leftover, old)));
            }
        }
        return states;
    }

    private static SeenDatabase present(Content content) {
        return new SeenDatabase(PRESENT, "app", Kind.PLAIN, SWAP, content);
    }

    private static SeenDatabase unfinished(Kind kind, Content content) {
        return new SeenDatabase(YOUNGER + 1, "app_new_200", kind, "7001", content);
    }

    private static SeenDatabase aside(long oid, String writer, Kind kind) {
        return new SeenDatabase(oid, "app_old_" + oid, kind, writer, Content.UNKNOWN);
    }
}
