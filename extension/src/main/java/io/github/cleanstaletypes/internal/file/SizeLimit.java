package io.github.cleanstaletypes.internal.file;

/** The most that is read of a file, by what the file is for: more than anybody needs, and too little to fill the memory. */
public enum SizeLimit {
    /** The value of one variable. */
    SETTING(64, Unit.KIB),
    /** A certificate or its key. */
    CERTIFICATE(1, Unit.MIB),
    /** libpq's passwords or services. */
    LIBPQ(1, Unit.MIB),
    /** Names of types; some tens of thousands of the longest. */
    NAMES(4, Unit.MIB),
    /** One migration, which may bring data along. */
    SCRIPT(64, Unit.MIB),
    /** What is read piece by piece, and never held as a whole. */
    STREAM(1, Unit.GIB);

    private final long number;
    private final Unit unit;

    SizeLimit(long number, Unit unit) {
        this.number = number;
        this.unit = unit;
    }

    /** The limit in bytes. */
    public long bytes() {
        return number * unit.bytes;
    }

    /** Says that a file is larger. */
    public UnusableFileException exceeded() {
        return new UnusableFileException("it is larger than " + number + " " + unit.sign);
    }

    private enum Unit {
        KIB("KiB", 1L << 10),
        MIB("MiB", 1L << 20),
        GIB("GiB", 1L << 30);

        private final String sign;
        private final long bytes;

        Unit(String sign, long bytes) {
            this.sign = sign;
            this.bytes = bytes;
        }
    }
}
