package io.github.cleanstaletypes.chaos.run;

/** A healer's work has come to this, whether it passes or not. */
public enum Effect {
    /** The next migration succeeds, and nothing is lost. */
    HEALED("healed", "✓"),
    /** The product refused or reported, and nothing is lost. */
    REFUSED("left as it is", "="),
    /** The next migration fails as before. */
    FAILS("still fails", "✗"),
    /** Something that nobody gave away is lost or changed. */
    LOST("lost data", "−"),
    /** There was nothing to heal. */
    NOTHING("nothing was left behind", "·"),
    /** The run showed nothing. */
    UNKNOWN("unknown", "?");

    private final String words;
    private final String sign;

    Effect(String words, String sign) {
        this.words = words;
        this.sign = sign;
    }

    /** Says it to a reader. */
    public String words() {
        return words;
    }

    /** Returns a single character for it. */
    public String sign() {
        return sign;
    }
}
