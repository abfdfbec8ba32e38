package io.github.cleanstaletypes.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

final class EachServerProvider implements ArgumentsProvider, AnnotationConsumer<EachServer> {

    private static final String DEFAULT_VERSIONS = "14.22,18.6";

    private List<String> versions = List.of();
    private int sample;

    @Override
    public void accept(EachServer annotation) {
        String named = System.getProperty("postgres.versions", "").strip();
        String[] usual = (named.isEmpty() ? DEFAULT_VERSIONS : named).split("\\s*,\\s*");
        versions = List.of(annotation.value().length > 0 ? annotation.value() : usual);
        sample = named.isEmpty() ? annotation.sample() : versions.size();
    }

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return LongForm.sample(versions, sample, context.getUniqueId()).stream()
                .map(PostgresServer::of)
                .map(Arguments::of);
    }
}
