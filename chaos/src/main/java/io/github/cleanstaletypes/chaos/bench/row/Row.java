package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.figure.Promise;
import io.github.cleanstaletypes.chaos.bench.figure.RowResult;
import java.util.List;

/** Something is measured in turn with its floor, and has a target. */
public interface Row {

    /** Returns the name by which it is asked for. */
    String name();

    /** Says in a line what is measured, and what it is compared with. */
    String title();

    /** Lists what it will say, for the case that it cannot. */
    List<Promise> promises();

    /** Measures it. */
    RowResult measure(Ground ground);
}
