package io.github.cleanstaletypes.internal.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this product, from the manifest of its jar. */
final class Version implements IVersionProvider {

    static String get() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"clean-stale-types " + get()};
    }
}
