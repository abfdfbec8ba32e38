package io.github.cleanstaletypes.junit;

import static io.github.cleanstaletypes.junit.DatabaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the annotation can stand, and when it acts then. */
class WhereItStandsTest {

    static TestDatabase database;
    static DataSource dataSource;

    @BeforeEach
    void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
        dataSource = database.dataSource();
        stale();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    static void stale() {
        database.execute("CREATE TYPE mood AS ENUM ('good')");
    }

    @CleanStaleTypes("mood")
    abstract static class Base {}

    static class Inheriting extends Base {
        @Test
        void runs() {
            assertThat(database).hasNoTypeNamed("mood");
        }
    }

    @CleanStaleTypes("mood")
    interface Cleaned {}

    static class Implementing implements Cleaned {
        @Test
        void runs() {
            assertThat(database).hasNoTypeNamed("mood");
        }
    }

    @CleanStaleTypes("mood")
    @Retention(RetentionPolicy.RUNTIME)
    @interface DatabaseTest {}

    @DatabaseTest
    static class Composed {
        @Test
        void runs() {
            assertThat(database).hasNoTypeNamed("mood");
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    @CleanStaleTypes("mood")
    static class OneInstance {

        OneInstance(CleanupReport report) {
            assertThat(report.cleaned()).isOne();
            assertThat(database).hasNoTypeNamed("mood");
        }

        @BeforeAll
        void leaves_it() {
            stale();
        }

        @Test
        void is_cleaned_once() {
            assertThat(database).hasTypeNamed("mood");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Inheriting.class, Implementing.class, Composed.class, OneInstance.class})
    void cleans_before_anything_of_the_class_runs(Class<?> type) {
        Suite.Ran ran = Suite.of(type).run();

        assertThat(ran.succeeded()).isOne();
        assertThat(ran.reported()).containsExactly("UNUSED_TYPE public.mood dropped");
    }

    @CleanStaleTypes("mood")
    static class Outer {
        @Test
        void leaves_it() {
            stale();
        }

        @Nested
        class Plain {
            @Test
            void finds_it(CleanupReport ofTheOuterClass) {
                assertThat(ofTheOuterClass.cleaned()).isOne();
                assertThat(database).hasTypeNamed("mood");
            }

            @Nested
            @CleanStaleTypes("mood")
            class Annotated {
                @Test
                void does_not_find_it(CleanupReport report) {
                    assertThat(report.cleaned()).isOne();
                    assertThat(database).hasNoTypeNamed("mood");
                }
            }
        }
    }

    @Test
    void a_nested_class_is_cleaned_for_only_if_it_is_annotated_itself() {
        Suite.Ran ran =
                Suite.of(Outer.class).with("cleanstaletypes.names", "mood").run();

        assertThat(ran.succeeded()).isEqualTo(3);
        assertThat(ran.reported()).hasSize(2);
    }

    static class Bare {
        @Test
        void runs() {}
    }

    @CleanStaleTypes
    static class AllConfigured {
        @Test
        void runs() {}
    }

    @Test
    void a_suite_has_defaults() {
        Suite.Ran ran = Suite.of(AllConfigured.class)
                .with("cleanstaletypes.names", "other, mood")
                .with("cleanstaletypes.mode", "report")
                .with("cleanstaletypes.when", "before_each")
                .run();

        assertThat(ran.succeeded()).isOne();
        assertThat(ran.reported())
                .containsExactly("UNUSED_TYPE public.mood reported", "UNUSED_TYPE public.mood reported");
    }

    @Test
    void an_annotation_overrides_them() {
        Suite.Ran ran =
                Suite.of(Composed.class).with("cleanstaletypes.names", "other").run();

        assertThat(ran.succeeded()).isOne();
    }

    @Test
    void is_found_by_autodetection() {
        Suite.Ran ran = Suite.of(Bare.class)
                .withAutodetection()
                .with("cleanstaletypes.names", "mood")
                .run();

        assertThat(ran.reported()).containsExactly("UNUSED_TYPE public.mood dropped");
    }

    @Test
    void does_nothing_without_autodetection() {
        Suite.of(Bare.class).with("cleanstaletypes.names", "mood").run();

        assertThat(database).hasTypeNamed("mood");
    }

    @Test
    void acts_once_where_it_is_both_annotated_and_detected() {
        Suite.Ran ran = Suite.of(OneInstance.class).withAutodetection().run();

        assertThat(ran.succeeded()).isOne();
        assertThat(ran.reported()).hasSize(1);
    }

    @Test
    void a_detected_extension_is_silent_where_no_name_is_claimed() {
        Suite.Ran ran = Suite.of(Bare.class).withAutodetection().run();

        assertThat(ran.succeeded()).isOne();
        assertThat(ran.reported()).isEmpty();
    }
}
