package org.industrialmind.learning.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The revision of the checkout that is running, as git names it. */
final class Revision {
    private Revision() {}

    static String current() {
        String home = System.getProperty("industrialmind.home", "."); // as the launcher tells it
        try {
            Process git = new ProcessBuilder("git", "-C", home, "describe", "--always", "--dirty")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0 ? answer.strip() : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
