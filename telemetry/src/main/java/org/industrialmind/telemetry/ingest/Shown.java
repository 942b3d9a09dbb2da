package org.industrialmind.telemetry.ingest;

/** Foreign text made fit for a message: short, and without characters that would forge another line of a log. */
final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    static String of(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return head.replaceAll("\\p{Cntrl}", "?");
    }
}
