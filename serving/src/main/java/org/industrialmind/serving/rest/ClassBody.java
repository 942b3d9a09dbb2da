package org.industrialmind.serving.rest;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.industrialmind.serving.web.Given;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What is measured on the machines of a class, as a person says it.
 *
 * @param period how often a row of readings comes, as ISO-8601 has it: {@code PT1S}
 * @param channels in the order in which they are kept
 */
public record ClassBody(@Nullable String period, @Nullable List<@Nullable ChannelBody> channels) {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /**
     * One channel.
     *
     * @param unit by UCUM; dimensionless if left out
     * @param role what it tells about the machine: drive, process, condition or ambient
     */
    public record ChannelBody(
            @Nullable String name,
            @Nullable String description,
            @Nullable String unit,
            @Nullable String role) {
        Channel channel(String field) {
            Channel.Role tells = role(field + ".role");
            return new Channel(
                    Given.text(name, field + ".name", "a name such as discharge_pressure"),
                    Objects.requireNonNullElse(description, ""),
                    unit == null ? Unit.ONE : new Unit(unit),
                    tells);
        }

        private Channel.Role role(String field) {
            List<String> roles =
                    Arrays.stream(Channel.Role.values()).map(Channel.Role::code).toList();
            String said = Given.text(role, field, "what it tells: " + roles);
            try {
                return Channel.Role.ofCode(said);
            } catch (IllegalArgumentException _) {
                throw new Problem(
                        HttpStatus.BAD_REQUEST,
                        "the field '" + field + "' is '" + said + "'",
                        "give one of " + roles
                                + ": what a machine is asked for is its drive, what comes from outside is"
                                + " ambient, the rest is judged");
            }
        }
    }

    /**
     * Returns the schema that was meant.
     *
     * @throws Problem if a field is missing, or no channel can be judged
     * @throws IllegalArgumentException if a value is out of its range
     */
    FrameSchema schema(String code) {
        List<@Nullable ChannelBody> said = Objects.requireNonNullElse(channels, List.of());
        List<Channel> meant = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            String field = "channels[" + i + "]";
            meant.add(Given.value(said.get(i), field, "a channel with its name and role")
                    .channel(field));
        }
        if (meant.stream().noneMatch(channel -> channel.role().judged())) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "none of the " + meant.size() + " 'channels' tells how the machine does",
                    "give at least one of the role 'process' or 'condition'");
        }
        return new FrameSchema(new EquipmentClass(code), duration(), FrameSchema.Precision.SINGLE, meant);
    }

    private Duration duration() {
        String said = Given.text(period, "period", "how often a row comes, such as PT1S");
        Duration meant;
        try {
            meant = Duration.parse(said);
        } catch (DateTimeParseException notOne) {
            meant = Duration.ZERO;
        }
        if (meant.compareTo(SHORTEST) < 0 || meant.compareTo(LONGEST) > 0) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "the field 'period' is '" + said + "'",
                    "give a duration from PT0.001S to PT1H, such as PT1S for a row a second");
        }
        return meant;
    }
}
