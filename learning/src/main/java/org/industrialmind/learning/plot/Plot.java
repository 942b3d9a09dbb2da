package org.industrialmind.learning.plot;

/** Something to look at, ready to be saved. */
public sealed interface Plot permits Chart, Picture {
    /** Returns the ending of the file's name, without the dot. */
    String ending();

    /** Returns the file's bytes. */
    byte[] bytes();
}
