package nl.idcontact.telephony.app.config;

import static java.util.Comparator.comparingInt;

import java.util.Collection;

/** Finds the known name that was probably meant. */
final class NearestName {

    private NearestName() {}

    /**
     * The nearest of some names by edit distance, where a name in another table counts as near when its last part fits.
     *
     * @param known not empty
     */
    static String to(String unknown, Collection<String> known) {
        return known.stream().min(comparingInt(name -> nearness(unknown, name))).orElseThrow();
    }

    private static int nearness(String unknown, String name) {
        int elsewhere = 1 + 2 * distance(Tree.last(unknown), Tree.last(name));
        return Math.min(2 * distance(unknown, name), elsewhere);
    }

    /** The Levenshtein distance: insertions, deletions and replacements of one character. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
