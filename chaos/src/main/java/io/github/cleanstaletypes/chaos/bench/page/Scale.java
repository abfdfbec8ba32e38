package io.github.cleanstaletypes.chaos.bench.page;

/**
 * A logarithmic scale leads from numbers to places.
 *
 * @param low the number at the first place
 * @param high the number at the last place
 */
record Scale(double low, double high, double first, double last) {

    /** A scale over whole powers of ten that hold all from the lowest to the highest number. */
    static Scale overPowers(double lowest, double highest, double first, double last) {
        double low = Math.pow(10, Math.floor(Math.log10(lowest)));
        double high = Math.pow(10, Math.ceil(Math.log10(highest)));
        return new Scale(low, high > low ? high : low * 10, first, last);
    }

    double place(double number) {
        return first + (Math.log10(number) - Math.log10(low)) / (Math.log10(high) - Math.log10(low)) * (last - first);
    }
}
