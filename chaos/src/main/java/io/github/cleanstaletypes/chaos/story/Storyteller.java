package io.github.cleanstaletypes.chaos.story;

import java.io.PrintStream;

/** Prints what happens: sentences broken into lines, and what programs printed indented beneath them. */
public final class Storyteller implements Narrator {

    private static final int WIDTH = 100;

    private final PrintStream out;

    /** Prints to this stream. */
    public Storyteller(PrintStream out) {
        this.out = out;
    }

    /** Begins a new part. */
    public void title(String title) {
        out.println();
        out.println(title);
        out.println("-".repeat(title.length()));
    }

    @Override
    public void tell(String sentences) {
        StringBuilder line = new StringBuilder();
        for (String word : sentences.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        out.println(line);
    }

    @Override
    public void run(String command) {
        out.println("  $ " + command);
    }

    @Override
    public void show(String printed) {
        printed.strip().lines().forEach(line -> out.println("  | " + line));
    }
}
