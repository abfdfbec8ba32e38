package io.github.cleanstaletypes.internal.cli;

/** The version of this product, from the manifest of its jar. */
final class Version {

    private Version() {}

    static String get() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
