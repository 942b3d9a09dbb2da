package org.industrialmind.learning;

/** The version of the running program, as its jar's manifest states it. */
public final class CodeVersion {
    private CodeVersion() {}

    /** Returns version and revision, or {@code development} where the classes were not packed into a jar. */
    public static String current() {
        String version = CodeVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
