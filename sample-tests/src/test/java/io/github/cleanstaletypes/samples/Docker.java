package io.github.cleanstaletypes.samples;

import org.testcontainers.DockerClientFactory;

/** The engine, if there is one, and the image that it has. */
public final class Docker {

    /** One that is at hand where no registry can be reached, if the environment names one. */
    public static final String IMAGE = System.getenv().getOrDefault("POSTGRES_TEST_IMAGE", "postgres:18-alpine");

    private Docker() {}

    static boolean answers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }
}
