package org.industrialmind.learning.backtest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.signal.Assessment.Reason;

/**
 * What one arm made of a history.
 *
 * @param episodes by machine, then by time
 * @param judged how many windows got a score
 * @param abnormal how many of them were above the arm's limit
 * @param abstained how many windows were not judged, by reason
 */
public record ArmRecord(
        String arm, List<ReplayedEpisode> episodes, long judged, long abnormal, Map<Reason, Long> abstained) {
    public ArmRecord {
        episodes = List.copyOf(episodes);
        abstained = new TreeMap<>(abstained);
    }

    /**
     * Returns the SHA-256 over everything in this record but the arm's name, every number to its last bit: two runs over
     * the same history are the same run exactly when these are equal.
     */
    public String fingerprint() {
        StringBuilder text = new StringBuilder();
        text.append(judged)
                .append(' ')
                .append(abnormal)
                .append(' ')
                .append(abstained)
                .append('\n');
        for (ReplayedEpisode episode : episodes) {
            text.append(episode.asset())
                    .append(' ')
                    .append(episode.onsetNanos())
                    .append(' ')
                    .append(episode.raisedNanos())
                    .append(' ')
                    .append(episode.closedNanos())
                    .append(' ')
                    .append(Double.toHexString(episode.peak()))
                    .append(' ')
                    .append(episode.channel())
                    .append('\n');
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
