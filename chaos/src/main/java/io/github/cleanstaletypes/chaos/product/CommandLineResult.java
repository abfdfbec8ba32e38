package io.github.cleanstaletypes.chaos.product;

/**
 * One run of the command line has come to this.
 *
 * @param command what was typed, without the database
 * @param out what it printed to standard output; as on a terminal, all that it printed
 * @param err what it printed to standard error; as on a terminal, nothing
 */
public record CommandLineResult(String command, int exit, String out, String err) {

    /**
     * Reads its standard output as JSON.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public JsonReport report() {
        return new JsonReport(out);
    }
}
