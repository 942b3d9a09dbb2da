package org.industrialmind.signal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The name of an episode, derived from what it is about, so that whoever works the same readings out again finds the
 * same name and never a second episode.
 */
public record EpisodeId(UUID value) {

    /** Returns the id of the episode of that asset, seen by the model of that name, that began at that window. */
    public static EpisodeId of(AssetId asset, String modelName, long onsetNanos) {
        String text = asset.value() + '\n' + modelName + '\n' + onsetNanos;
        return new EpisodeId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static EpisodeId parse(String text) {
        return new EpisodeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
