package org.industrialmind.learning.surroundings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.industrialmind.signal.AssetId;

/**
 * Finds how each judged channel answers to the influences, for every machine in every regime.
 *
 * <p>Regimes are told apart by their means (fixed effects): only what varies within a regime is regressed, by ridge
 * regression with weights after Huber, so that a few odd windows do not tilt a slope. Few days in one regime make a poor
 * slope, and machines of a class resemble each other; so the slopes of the class are found first, those of a machine are
 * drawn towards the class, and those of a regime towards the machine, in each step as if some windows had been seen that
 * agree with the larger whole (a hierarchical prior [1]).
 *
 * <p>How many, and how well slopes are known then, is found by foretelling some of the time from the rest ({@link Slopes}):
 * windows are not independent, for what is left of a channel wanders for hours as the weather does, and what of the two came
 * together by chance must not be drawn on beyond what was seen.
 *
 * <p>A drive that stands exactly at its level in training leaves nothing to regress on. Its slope is then taken across the
 * levels: that of the parabola through the means of the machine's regimes.
 *
 * <ol>
 *   <li>Gelman and Hill 2007, Data Analysis Using Regression and Multilevel Models, chapter 12.
 *   <li>Huber 1964, Robust estimation of a location parameter, Annals of Mathematical Statistics 35(1).
 * </ol>
 */
final class ResponseFit {
    private final Map<AssetId, List<Seen>> seen;
    private final Extent extent;
    private final List<ChannelFit> channels;

    ResponseFit(Map<AssetId, List<Seen>> seen, int drives) {
        this.seen = seen;
        this.extent = new Extent(seen, drives);
        int judged = seen.values().iterator().next().getFirst().judged();
        this.channels = IntStream.range(0, judged)
                .mapToObj(channel -> new ChannelFit(seen, extent, channel))
                .toList();
    }

    double[] reach() {
        return extent.reach();
    }

    /** Returns what is left of each judged channel. */
    List<Unrest> unrest() {
        return channels.stream().map(ChannelFit::unrest).toList();
    }

    Map<AssetId, List<Response>> responses() {
        Map<AssetId, List<Response>> responses = new TreeMap<>();
        seen.forEach((asset, regimes) -> {
            List<Response> own = new ArrayList<>();
            for (int r = 0; r < regimes.size(); r++) {
                int regime = r;
                List<Answer> answers = channels.stream()
                        .map(channel -> channel.answer(asset, regime))
                        .toList();
                own.add(new Response(extent.usual(asset, regime), answers));
            }
            responses.put(asset, own);
        });
        return responses;
    }
}
