package io.github.cleanstaletypes.chaos.story;

/** A narrator is told what happens while it happens. */
public interface Narrator {

    /** Listens to nothing. */
    Narrator SILENT = new Narrator() {
        @Override
        public void tell(String sentences) {}

        @Override
        public void run(String command) {}

        @Override
        public void show(String printed) {}
    };

    /** Something happened: a sentence or two in plain words. */
    void tell(String sentences);

    /** Somebody typed this command. */
    void run(String command);

    /** A program printed this. */
    void show(String printed);
}
