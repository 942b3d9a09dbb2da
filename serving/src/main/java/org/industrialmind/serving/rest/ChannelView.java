package org.industrialmind.serving.rest;

import org.industrialmind.signal.Channel;

/**
 * One channel.
 *
 * @param unit by UCUM
 * @param role drive, process, condition or ambient
 */
public record ChannelView(String name, String description, String unit, String role) {
    static ChannelView of(Channel channel) {
        return new ChannelView(
                channel.name(),
                channel.description(),
                channel.unit().ucum(),
                channel.role().code());
    }
}
