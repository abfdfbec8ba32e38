package io.github.cleanstaletypes.chaos.bench.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void each_class_of_a_row_is_listed_and_no_two_have_one_name() {
        Set<String> classes = new ClassFileImporter()
                        .importPath(Path.of(
                                "target", "classes", Row.class.getPackageName().replace('.', '/')))
                        .stream()
                        .filter(type -> type.isAssignableTo(Row.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(Rows.all().stream().map(row -> row.getClass().getName()).collect(Collectors.toSet()))
                .isEqualTo(classes);
        assertThat(Rows.all()).extracting(Row::name).doesNotHaveDuplicates();
    }

    @Test
    void each_row_says_what_it_will_tell() {
        assertThat(Rows.all()).allSatisfy(row -> assertThat(row.promises()).isNotEmpty());
    }

    @Test
    void the_catalogs_of_the_curves_hold_whole_hundreds_and_the_last_is_all() {
        assertThat(Size.FULL.curve()).isEqualTo(List.of(10_000, 30_300, 100_000, 333_300, 1_000_000));
        assertThat(Size.FULL.tenth()).isEqualTo(100_000);
        assertThat(Size.FULL.withTypes(Size.LEAST_TYPES).curve())
                .startsWith(100)
                .endsWith(10_000);
        for (Size size : List.of(Size.FULL, Size.SMOKE)) {
            assertThat(size.curve()).contains(size.tenth()).endsWith(size.types());
        }
    }
}
