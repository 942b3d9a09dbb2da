package org.industrialmind.learning.regime;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The ways to tell regimes apart, by the name that users give. */
public enum RegimeMethod {
    /** Every combination of levels at which the drives are held ({@link LevelRegimes}). */
    LEVELS("levels"),
    /** The bells of a Gaussian mixture on the settings ({@link MixtureRegimes}). */
    MIXTURE("mixture"),
    /** One regime, whatever the drives do: the bar that the others have to pass. */
    NONE("none");

    private final String code;

    RegimeMethod(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException if there is no such way; the message lists them */
    public static RegimeMethod parse(String code) {
        return Arrays.stream(values())
                .filter(method -> method.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no way '" + code
                        + "' to tell regimes apart; next: use one of "
                        + Arrays.stream(values()).map(RegimeMethod::code).collect(Collectors.joining(", "))));
    }
}
