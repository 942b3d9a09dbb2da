package org.industrialmind.learning;

/** Something learned from data that remembers where it came from. */
public interface Model {
    Provenance provenance();
}
