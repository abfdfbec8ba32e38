package io.github.cleanstaletypes.chaos.product;

/**
 * What one run of the command line came to.
 *
 * @param command what was typed, without the database
 * @param out what it printed to standard output; as on a terminal, all that it printed
 * @param err what it printed to standard error; as on a terminal, nothing
 */
public record CommandLineResult(String command, int exit, String out, String err) {

    /**
     * Its standard output, read as JSON.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public JsonReport report() {
        return new JsonReport(out);
    }
}
