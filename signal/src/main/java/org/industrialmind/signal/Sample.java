package org.industrialmind.signal;

/** One reading of one channel: what was measured, when, and how far to believe it; a missing value is {@code NaN}. */
public record Sample(AssetId asset, String channel, long timeNanos, double value, Quality quality) {}
