package io.github.cleanstaletypes.testing;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

final class EachServerProvider implements ArgumentsProvider, AnnotationConsumer<EachServer> {

    private static final String DEFAULT_VERSIONS = "14.22,18.6";

    private String[] versions = {};

    @Override
    public void accept(EachServer annotation) {
        versions = annotation.value().length > 0 ? annotation.value() : configured();
    }

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return Arrays.stream(versions).map(PostgresServer::of).map(Arguments::of);
    }

    private static String[] configured() {
        String property = System.getProperty("postgres.versions", "");
        return (property.isBlank() ? DEFAULT_VERSIONS : property).strip().split("\\s*,\\s*");
    }
}
