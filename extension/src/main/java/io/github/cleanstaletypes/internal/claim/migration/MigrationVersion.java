package io.github.cleanstaletypes.internal.claim.migration;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version as Flyway compares it: by its numbers, so that 1.0 is 1 and 1.10 comes after 1.9.
 *
 * @param numbers the numbers, without zeros at the end
 */
record MigrationVersion(List<BigInteger> numbers) implements Comparable<MigrationVersion> {

    private static final Pattern FORM = Pattern.compile("[0-9]+([._][0-9]+)*");

    MigrationVersion {
        numbers = List.copyOf(numbers);
    }

    /** Reads {@code 1.2} or, as in a file's name, {@code 1_2}; empty if it is no version. */
    static Optional<MigrationVersion> parse(String written) {
        if (!FORM.matcher(written).matches()) {
            return Optional.empty();
        }
        List<BigInteger> numbers =
                Arrays.stream(written.split("[._]", -1)).map(BigInteger::new).toList();
        int length = numbers.size();
        while (length > 1 && numbers.get(length - 1).signum() == 0) {
            length--;
        }
        return Optional.of(new MigrationVersion(numbers.subList(0, length)));
    }

    @Override
    public int compareTo(MigrationVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = number(i).compareTo(other.number(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private BigInteger number(int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }
}
