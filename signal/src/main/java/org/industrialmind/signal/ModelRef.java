package org.industrialmind.signal;

/**
 * A model as it is named wherever its work shows: its registered name and version, such as {@code anomaly/pump v3}.
 *
 * @param version counted from 1
 */
public record ModelRef(String name, int version) {
    /** @throws IllegalArgumentException if the name is blank or the version is less than 1 */
    public ModelRef {
        if (name.isBlank() || version < 1) {
            throw new IllegalArgumentException("model reference '" + name + "' v" + version
                    + " is not valid: expected a name and a version from 1");
        }
    }

    @Override
    public String toString() {
        return name + " v" + version;
    }
}
