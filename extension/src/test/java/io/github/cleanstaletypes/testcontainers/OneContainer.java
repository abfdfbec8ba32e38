package io.github.cleanstaletypes.testcontainers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.testcontainers.utility.DockerImageName;

/** The program of a process that starts one container as a user writes it, tells how that went on its last line, and stops it. */
final class OneContainer {

    private OneContainer() {}

    /** Takes the image's name. */
    public static void main(String[] args) {
        try (CleanPostgreSQLContainer container =
                new CleanPostgreSQLContainer(DockerImageName.parse(args[0]).asCompatibleSubstituteFor("postgres"))) {
            container.start();
            try (Connection connection = container.createConnection("");
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT 1")) {
                row.next();
                System.out.println((container.isEmbedded() ? "embedded " : "container ") + row.getInt(1));
            }
        } catch (Exception e) {
            System.out.println(e.getMessage());
        }
    }
}
