package org.industrialmind.serving.decision;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.industrialmind.learning.tabular.decision.Costs;
import org.industrialmind.learning.tabular.decision.ScoredCases;

/**
 * Scored cases that wait for someone to choose a threshold.
 *
 * @param name part of the address: 1 to 63 small letters, digits and dashes, with no dash in front
 * @param description what is decided about whom, and where the risks come from; 1 to 500 characters
 * @param costs what those who keep the decision think wrong answers cost
 * @param cases at most 200,000 in at most 50 groups, whose names have at most 80 characters
 */
public record Decision(String name, String description, Costs costs, ScoredCases cases) {
    static final int MOST_CASES = 200_000;
    static final int MOST_GROUPS = 50;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_GROUP = 80;
    private static final double LARGEST_COST = 1e12;

    /** @throws IllegalArgumentException if one of them is not as described; the message names the case and the field */
    public Decision {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("decision name '" + name
                    + "' is not valid: expected 1 to 63 small letters, digits and dashes, with no dash in front");
        }
        requireWords("description", description, LONGEST_DESCRIPTION);
        if (cases.size() > MOST_CASES) {
            throw new IllegalArgumentException(
                    cases.size() + " cases: expected at most " + MOST_CASES + "; a sample decides as well");
        }
        for (int i = 0; i < cases.size(); i++) {
            requireWords("cases[" + i + "].group", cases.group(i), LONGEST_GROUP);
        }
        long groups = IntStream.range(0, cases.size())
                .mapToObj(cases::group)
                .distinct()
                .limit(MOST_GROUPS + 1)
                .count();
        if (groups > MOST_GROUPS) {
            throw new IllegalArgumentException("the cases are of more than " + MOST_GROUPS
                    + " groups: expected few enough to be compared by a person");
        }
    }

    /**
     * Returns those costs.
     *
     * @throws IllegalArgumentException if one is not above 0, or so large that sums could overflow
     */
    static Costs costs(double badApproved, double goodRefused) {
        if (Math.max(badApproved, goodRefused) > LARGEST_COST) {
            throw new IllegalArgumentException("a bad case approved costs " + badApproved + " and a good one refused "
                    + goodRefused + ": expected at most " + LARGEST_COST + "; use a larger unit");
        }
        return new Costs(badApproved, goodRefused);
    }

    private static void requireWords(String field, String words, int longest) {
        if (words.isBlank() || words.length() > longest || words.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the field '" + field + "' has " + words.length()
                    + " characters: expected 1 to " + longest + " that are not all blank, without control characters");
        }
    }
}
