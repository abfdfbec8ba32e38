package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the source tree shows of the rooms: ArchUnit sees classes, not files. */
class RoomsTest {

    private static final Path SOURCES = Path.of("src");

    @Test
    void no_room_holds_more_than_thirty_files() throws IOException {
        assertThat(sources().collect(Collectors.groupingBy(Path::getParent, Collectors.counting())))
                .isNotEmpty()
                .allSatisfy((room, files) ->
                        assertThat(files).as("%s: a wall is missing", room).isLessThanOrEqualTo(30));
    }

    @Test
    void no_two_files_have_one_name() throws IOException {
        Map<String, Long> names = sources()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("package-info.java"))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertThat(names)
                .isNotEmpty()
                .allSatisfy((name, files) -> assertThat(files).as(name).isEqualTo(1));
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }
}
