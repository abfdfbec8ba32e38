package io.github.cleanstaletypes.internal.cli.option;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the commands that heed an option of {@link Options}; the others neither show nor take it. Before no command it is of clean. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface HeededBy {
    String[] value();
}
