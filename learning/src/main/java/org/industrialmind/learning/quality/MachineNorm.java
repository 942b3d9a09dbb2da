package org.industrialmind.learning.quality;

import java.util.List;

/**
 * How the sensors of one machine behave when all is well.
 *
 * @param channels by position in the schema, each on its own
 * @param steps how they step together
 */
record MachineNorm(List<ChannelNorm> channels, StepNorm steps) {
    MachineNorm {
        channels = List.copyOf(channels);
    }
}
