package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What users can call, held against a file: a signature that comes, goes or changes is seen in a review, since whoever uses it must change
 * too. To accept a change, copy {@code target/public-api.txt} over {@code src/test/resources/public-api.txt}.
 */
class PublicApiTest {

    private static final List<Class<?>> TYPES = publicTypes();

    @Test
    void is_what_the_file_says() throws IOException {
        List<String> lines = TYPES.stream().flatMap(PublicApiTest::describe).toList();
        Files.write(Path.of("target", "public-api.txt"), lines);
        assertThat(lines).isEqualTo(golden());
    }

    @Test
    void is_small_enough_to_be_learned() {
        assertThat(TYPES.stream().filter(type -> type.getEnclosingClass() == null))
                .as("public types outside internal")
                .hasSizeLessThanOrEqualTo(30);
        assertThat(TYPES.stream().map(Class::getPackageName).distinct())
                .as("packages of public types")
                .hasSizeLessThanOrEqualTo(6);
    }

    private static List<String> golden() throws IOException {
        try (InputStream file = PublicApiTest.class.getResourceAsStream("/public-api.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static List<Class<?>> publicTypes() {
        return new ClassFileImporter()
                        .withImportOptions(List.of(new DoNotIncludeTests(), new DoNotIncludeJars()))
                        .importPackages(ArchitectureTest.PROJECT)
                        .stream()
                        .filter(type -> !type.getPackageName().startsWith(ArchitectureTest.PROJECT + ".internal"))
                        .map(JavaClass::reflect)
                        .filter(PublicApiTest::canBeNamed)
                        .sorted(Comparator.comparing(Class::getName))
                        .collect(Collectors.toList());
    }

    private static boolean canBeNamed(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || canBeNamed(outer));
    }

    private static Stream<String> describe(Class<?> type) {
        List<Member> members = new ArrayList<>();
        members.addAll(List.of(type.getDeclaredFields()));
        members.addAll(List.of(type.getDeclaredConstructors()));
        members.addAll(List.of(type.getDeclaredMethods()));
        return Stream.concat(
                Stream.of(type.toGenericString()),
                members.stream()
                        .filter(member -> !member.isSynthetic())
                        .filter(member -> (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
                        .map(PublicApiTest::describe)
                        .sorted()
                        .map(line -> "    " + line));
    }

    private static String describe(Member member) {
        if (member instanceof Method method) {
            String result = method.getGenericReturnType().getTypeName() + " " + method.getName();
            return modifiers(method) + result + parameters(method.getGenericParameterTypes());
        }
        if (member instanceof Constructor<?> constructor) {
            return modifiers(constructor) + "new" + parameters(constructor.getGenericParameterTypes());
        }
        return modifiers(member) + member.getName();
    }

    private static String modifiers(Member member) {
        int told = Modifier.PROTECTED | Modifier.STATIC;
        String words = Modifier.toString(member.getModifiers() & told);
        return words.isEmpty() ? "" : words + " ";
    }

    private static String parameters(Type[] types) {
        return Arrays.stream(types).map(Type::getTypeName).collect(Collectors.joining(", ", "(", ")"));
    }
}
